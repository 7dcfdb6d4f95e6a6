#include "nouns.hpp"

#include "documents/calls/call_shapes.hpp"
#include "documents/calls/outbound_caller_shapes.hpp"
#include "documents/reservations/book_shapes.hpp"
#include "documents/reservations/customer_shapes.hpp"
#include "documents/restaurants/restaurant_shapes.hpp"
#include "documents/talk/reply_shapes.hpp"
#include "documents/talk/talk_policy_shapes.hpp"

namespace denwaban::tools {

std::array<Noun, 11> nouns() {
    using shapes::shape_of;
    return {{
        {"call", &shape_of<Call>},
        {"catalogue", &shape_of<Catalogue>},
        {"customer", &shape_of<Customer>},
        {"day_book", &shape_of<DayBook>},
        {"hearing", &shape_of<HearingNote>},
        {"meaning", &shape_of<Meaning>},
        {"outbound_caller", &shape_of<OutboundCallerPolicy>},
        {"reply", &shape_of<Reply>},
        {"restaurant", &shape_of<Restaurant>},
        {"rules", &shape_of<Rules>},
        {"talk_policy", &shape_of<TalkPolicy>},
    }};
}

}  // namespace denwaban::tools
