#include <denwaban/call/call_lifecycle.hpp>
#include <denwaban/call/outbound_caller.hpp>
#include <denwaban/documents/bigquery.hpp>
#include <denwaban/formats/rules_reading.hpp>
#include <denwaban/hours.hpp>
#include <denwaban/records/call_groups.hpp>
#include <denwaban/reservation/command.hpp>
#include <denwaban/talk/conversation.hpp>
#include <denwaban/talk/understand.hpp>

#include "spoken.hpp"

namespace denwaban::tools {

std::vector<SpokenWords> other_words() {
    return {
        {"ErrorCode", names_of<ErrorCode>, "Why there is no answer."},
        {"Cause", names_of<Cause>, "What kind of thing decided a day."},
        {"Precedence", names_of<Precedence>,
         "How narrowly a rule names a date: the narrowest of those that apply wins."},
        {"ClosingFate", names_of<ClosingFate>, "What became of a regular closing on a date."},
        {"Phase", names_of<Phase>,
         "Where in its business date a closed moment lies; what is unknown counts as an opening."},
        {"HolidayKind", names_of<HolidayKind>,
         "Whose holiday it is: by law, by what the law makes of others, or one's own."},
        {"FindingKind", names_of<FindingKind>, {}},
        {"Weight", names_of<Weight>,
         "How much a finding matters: note, nothing is lost; doubt, it may mean otherwise; loss, something is lost."},
        {"WithheldReason", names_of<WithheldReason>, "Why a call shows no number."},
        {"CallerSource", names_of<CallerSource>,
         "Where a number to show may come from; last_called is only the restaurant's, its chain's or the centre's."},
        {"PassedOverReason", names_of<PassedOverReason>, "Why a number to show was passed over."},
        {"CallState", names_of<CallState>, {}},
        {"Whom", names_of<Whom>, "The reservation alone, or all of its group or nobody."},
        {"CallGroup", names_of<CallGroup>,
         "What calls can be counted by; restaurant, chain (系列) and day_kind (祝日, 祝前日, plain) need a directory."},
        {"BigQueryTable", names_of<BigQueryTable>, "The tables that questions are asked of."},
        {"Intent", names_of<Intent>, "What a caller wants, or does."},
        {"SlotKind", names_of<SlotKind>, "What can be said of a booking."},
        {"Question", names_of<Question>, "What the caller was just asked."},
        {"Decider", names_of<Decider>, "What would tell which reading was meant."},
        {"HandOverReason", names_of<HandOverReason>, "Why a human takes over."},
        {"ConversationState", names_of<ConversationState>, {}},
    };
}

}  // namespace denwaban::tools
