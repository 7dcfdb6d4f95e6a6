#include <array>

#include "english.hpp"

namespace denwaban::talk {

namespace {

/// As the Japanese tables have them; blanks within a phrase are written _.
constexpr auto english_rows = std::to_array<Row>({
    {Word::filler, 0,
     "um uh er well so a an the i we to my is it it's i'd we'd we'll i'll i'm me be will would like want just maybe on "
     "in "
     "and with that's there for of from by let's say have at get"},
    {Word::polite, 0, "please"},
    {Word::either, 0, "or"},
    {Word::at_most, 0, "under up_to at_most no_more_than not_more_than less_than below within maximum_of maximum"},
    {Word::at_least, 0,
     "at_least a_minimum_of minimum_of minimum no_fewer_than no_less_than more_than upwards_of or_more and_up"},
    {Word::sorry, 0, "sorry excuse_me"},
    {Word::mistaken, 0,
     "i_mean i_meant no_wait wait correction scratch_that make_that make_it change_it_to change_that_to change_to"},
    {Word::mistaken, 0, "move_it_to push_it_to push_it_back_to bring_it_forward_to", Cue::change},
    {Word::rather, 0, "actually instead rather"},
    {Word::yes, 1,
     "mm-hmm mhm uh-huh aye yes yeah yep yup sure right correct exactly ok okay sounds_good perfect great "
     "of_course "
     "absolutely go_ahead yes_please no_problem no_worries"},
    {Word::yes, 2,
     "that's_right that's_correct no_changes no_change nothing_to_change no_need_to_change that_is_right "
     "that_is_correct that's_the_one that_is_the_one"},
    {Word::no_word, 1,
     "absolutely_not of_course_not certainly_not definitely_not please_don't please_do_not please_stop "
     "forget_it please_forget_it no_way not_at_all not_okay not_ok "
     "not_exactly no nope wrong that's_wrong that's_not_right incorrect no_thank_you no_thanks never_mind neither "
     "neither_works "
     "not_really "
     "not_quite not_correct that_doesn't_work that_won't_work"},
    {Word::no_word, 3,
     "nothing_else that's_everything that_is_all that_will_be_all that'll_be_all that_would_be_all that's_all "
     "that's_it nothing none no_that's_all"},
    {Word::unclear, 0, "fine that's_fine i'm_fine i'm_good"},
    {Word::with_that, 0, "that_one that_works that_time that_would_be_great that_would_work"},
    {Word::sooner, 0, "the_first_one first_one the_earlier_one the_former earlier_one the_first"},
    {Word::later, 0, "the_second_one second_one the_later_one the_latter later_one the_second"},
    {Word::there, 1,
     "is_it_okay is_it_ok is_it_fine is_it_alright is_it_all_right would_it_be_okay would_it_be_ok would_it_be_fine "
     "would_it_be_alright would_it_be_all_right do_you_have is_there are_there can_we can_i could_we could_i may_we "
     "may_i are_you do_you is_it_possible do_i "
     "would_it_be_possible"},

    {Word::relative_day, 0, "today"},
    {Word::relative_day, 1, "tomorrow"},
    {Word::relative_day, 2, "day_after_tomorrow the_day_after_tomorrow"},
    {Word::relative_day, -1, "yesterday last_night last_week last_time last_month last_year the_other_day"},
    {Word::relative_night, 0, "tonight this_evening"},
    {Word::relative_night, 1, "tomorrow_night tomorrow_evening"},
    {Word::weekday, 0, "sunday sun"},
    {Word::weekday, 1, "monday mon"},
    {Word::weekday, 2, "tuesday tue"},
    {Word::weekday, 3, "wednesday wed"},
    {Word::weekday, 4, "thursday thu"},
    {Word::weekday, 5, "friday fri"},
    {Word::weekday, 6, "saturday sat"},
    {Word::week, 0, "this_week"},
    {Word::week, 1, "next_week"},
    {Word::coming, 1, "this this_coming coming"},
    {Word::coming, 7, "next"},
    {Word::weekend, 1, "this_weekend weekend the_weekend"},
    {Word::weekend, 2, "next_weekend"},
    {Word::month, 1, "january jan"},
    {Word::month, 2, "february feb"},
    {Word::month, 3, "march"},
    {Word::month, 4, "april apr"},
    {Word::month, 5, "may"},
    {Word::month, 6, "june"},
    {Word::month, 7, "july"},
    {Word::month, 8, "august aug"},
    {Word::month, 9, "september sept"},
    {Word::month, 10, "october oct"},
    {Word::month, 11, "november nov"},
    {Word::month, 12, "december dec"},
    {Word::span, 2, "golden_week gw"},
    {Word::fixed_day, 1224, "christmas_eve"},
    {Word::fixed_day, 1225, "christmas christmas_day"},
    {Word::fixed_day, 1231, "new_year's_eve"},
    {Word::fixed_day, 101, "new_year's_day new_year's"},
    {Word::fixed_day, 214, "valentine's_day valentine's"},
    {Word::noon, 0, "noon midday"},
    {Word::part, 2, "am a.m. a.m morning"},
    {Word::part, 3, "lunch lunchtime"},
    {Word::part, 4, "pm p.m. p.m afternoon"},
    {Word::part, 6, "evening night dinner"},
    {Word::about, 0, "around about roughly approximately"},
    {Word::filler, 0, "o'clock"},

    {Word::people_topic, 0, "people persons person guests guest pax of_us seats diners"},
    {Word::name_topic, 0, "name surname last_name"},
    {Word::phone_topic, 0, "phone_number telephone_number contact_number mobile_number cell_number number"},
    {Word::yen, 1, "yen jpy"},
    {Word::budget_topic, 0, "budget"},
    {Word::per_head, 0, "per_person per_head each a_head a_person apiece"},
    {Word::in_all, 0, "in_total altogether all_together total"},
    {Word::adult, 0, "adults adult grown-ups"},
    {Word::child, 0, "children child kids kid"},
    {Word::including, 0, "including"},
    {Word::more, 0, "more extra additional"},
    {Word::fewer, 0, "fewer less"},
    {Word::infant, 0, "babies baby infants infant toddler toddlers newborn"},
    {Word::people, 1, "just_me only_me just_myself by_myself on_my_own just_for_me"},
    {Word::pair, 2,
     "my_wife_and_i my_husband_and_i my_girlfriend_and_i my_boyfriend_and_i my_partner_and_i my_friend_and_i "
     "my_fiance_and_i my_mother_and_i my_mom_and_i my_mum_and_i my_father_and_i my_dad_and_i my_son_and_i "
     "my_daughter_and_i my_sister_and_i my_brother_and_i my_boss_and_i my_colleague_and_i me_and_my_wife "
     "me_and_my_husband me_and_my_girlfriend me_and_my_boyfriend me_and_my_partner me_and_my_friend me_and_my_fiance "
     "me_and_my_mother me_and_my_mom me_and_my_mum me_and_my_father me_and_my_dad me_and_my_son me_and_my_daughter "
     "me_and_my_sister me_and_my_brother me_and_my_boss me_and_my_colleague me_and_a_friend a_friend_and_i "
     "the_two_of_us "
     "just_us_two a_couple"},

    {Word::need, 0, "private_room private_rooms private_dining_room private_dining_rooms"},
    {Word::need, 1, "non-smoking nonsmoking no_smoking"},
    {Word::need, 2, "smoking"},
    {Word::need, 3, "tatami tatami_room tatami_rooms"},
    {Word::need, 5, "counter counter_seats counter_seat bar_seats"},
    {Word::need, 8, "window by_the_window window_seat window_seats window_table"},
    {Word::need, 9, "terrace outside outdoor outdoors patio"},
    {Word::need, 10, "quiet"},
    {Word::need, 12, "wheelchair wheelchairs"},
    {Word::need, 13, "stroller strollers pram prams pushchair pushchairs buggy buggies"},
    {Word::need, 14, "high_chair high_chairs highchair highchairs booster_seat booster_seats baby_chair baby_chairs"},
    {Word::need, 15, "dog dogs pet pets puppy"},
    {Word::allergen, 0, "shrimp shrimps prawn prawns"},
    {Word::allergen, 1, "crab"},
    {Word::allergen, 2, "egg eggs"},
    {Word::allergen, 3, "milk dairy"},
    {Word::allergen, 4, "wheat gluten"},
    {Word::allergen, 5, "soba buckwheat"},
    {Word::allergen, 6, "peanut peanuts"},
    {Word::allergen, 16, "soy soybeans"},
    {Word::allergen, 17, "chicken"},
    {Word::allergen, 18, "pork"},
    {Word::allergen, 25, "sesame"},
    {Word::allergen, 28, "shellfish"},
    {Word::allergen, 29, "raw_fish raw_food sashimi"},
    {Word::allergen, 30, "nut nuts tree_nuts tree_nut"},
    {Word::allergen, 32, "fish"},
    {Word::allergen, 7, "walnut walnuts"},
    {Word::allergen, 14, "salmon"},
    {Word::allergen, 13, "beef"},
    {Word::allergen, 26, "cashew cashews"},
    {Word::allergen, 27, "almond almonds"},
    {Word::allergen, 31, "oysters oyster clams clam"},
    {Word::allergen, 33, "mango mangoes"},
    {Word::allergy, 0, "allergic allergy allergies intolerant intolerance coeliac celiac"},
    {Word::cannot_eat, 0, "can't_have cannot_have can't_eat cannot_eat don't_eat doesn't_eat"},
    {Word::occasion, 0, "birthday"},
    {Word::occasion, 1, "anniversary"},
    {Word::occasion, 3, "proposal"},
    {Word::occasion, 8, "business"},

    {Word::cue, 0, "book booking reserve reservation reservations table squeeze_in squeeze_us_in fit_in fit_us_in",
     Cue::booking},
    {Word::cue, 0,
     "cancel cancellation can't_come cannot_come can't_make_it cannot_make_it won't_make_it won't_be_able_to_make_it "
     "not_able_to_make_it no_longer_need no_longer_coming",
     Cue::cancel},
    {Word::cue, 0, "come coming_for come_in come_by dine eat have_dinner have_lunch", Cue::come},
    {Word::cue, 0, "change changed move moved reschedule rescheduled push_back postpone delay", Cue::change},
    {Word::cue, 0, "confirm check went_through gone_through go_through", Cue::check},
    {Word::cue, 0, "open close closed closing_time opening_hours hours", Cue::hours},
    {Word::cue, 0, "last_order last_orders lo", Cue::last_order},
    {Word::cue, 0,
     "do_you_have_a_table do_you_have_any_tables is_there_a_table have_you_got_a_table is_there_anything "
     "do_you_have_anything anything_available anything any_space any_room any_seats available availability any_tables "
     "free walk_in room_for space_for seat_us",
     Cue::vacancy},
    {Word::cue, 0, "where address directions get_there find_you station how_do_i_get", Cue::directions},
    {Word::cue, 0, "parking park car_park", Cue::parking},
    {Word::cue, 0, "menu vegetarian vegan halal what_kind_of_food", Cue::menu},
    {Word::cue, 0, "how_much price prices cost", Cue::price},
    {Word::cue, 0,
     "kids_welcome children_welcome bring_kids bring_children bring_small_children bring_young_children "
     "bring_small_kids "
     "bring_young_kids bring_our_kids bring_our_children bring_a_baby bring_a_child bring_my_kids bring_my_children "
     "bring_the_kids bring_the_children kids_allowed children_allowed are_kids are_children are_babies child_friendly "
     "kid_friendly family_friendly kids_menu children's_menu",
     Cue::with_children},
    {Word::cue, 0, "credit_card credit_cards card cards visa paypay pay payment cash receipt", Cue::payment},
    {Word::cue, 0, "lost left_my forgot", Cue::lost},
    {Word::cue, 0, "late running_late running_behind minutes_behind behind_schedule delayed", Cue::late},
    {Word::cue, 0, "complaint complain terrible awful refund rude", Cue::complaint},
    {Word::cue, 0, "someone human manager operator staff real_person speak_to talk_to", Cue::human},
    {Word::cue, 0,
     "what_did_you_say what_was_that come_again once_more one_more_time say_it_again repeat_that again repeat pardon "
     "say_that_again didn't_catch",
     Cue::repeat},
    {Word::cue, 0, "slower slowly slow_down", Cue::slower},
    {Word::cue, 0, "hi hello good_evening good_morning good_afternoon", Cue::hello},
    {Word::cue, 0,
     "another_table another_booking another_reservation another_one second_table second_booking second_reservation "
     "separate_table separate_booking separate_reservation one_more_table one_more_booking",
     Cue::another},
    {Word::cue, 0, "thanks thank_you thank_you_very_much thanks_a_lot cheers", Cue::thanks},
    {Word::cue, 0, "bye goodbye bye-bye see_you see_you_then see_you_later have_a_good_day have_a_nice_day",
     Cue::goodbye},
});

}  // namespace

std::span<const Row> english_words() { return english_rows; }

}  // namespace denwaban::talk
