export interface paths {
    "/api/errands/put_restaurant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keeps a restaurant in place of what was kept, found by its id and each of its lines.
         * @description Roles: supervisor, restaurant.
         */
        post: operations["put_restaurant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/find_restaurant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A restaurant by its id or a number dialled.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["find_restaurant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/put_book_template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What new day books of a restaurant begin with.
         * @description Roles: supervisor, restaurant.
         */
        post: operations["put_book_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/find_book_template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What new day books of a restaurant begin with.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["find_book_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes, changes, moves or ends a reservation, or blocks a table.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/move_booking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves a reservation to another date: out of one book and into the other at once.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["move_booking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/edit_day_book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replaces a book's floor plan, policy or periods.
         * @description Roles: supervisor, restaurant.
         */
        post: operations["edit_day_book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/refresh_day_books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings kept books up to their restaurant's hours and template, and says whom it hurts.
         * @description Roles: supervisor, restaurant.
         */
        post: operations["refresh_day_books"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/business_date": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The business date whose book a moment belongs to.
         * @description Roles: agent, supervisor, restaurant, guest.
         */
        post: operations["business_date"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Every start on the grid for a party.
         * @description Roles: agent, supervisor, restaurant, guest.
         */
        post: operations["availability"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/vacancies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What each of some dates has for a party: a calendar of vacancies.
         * @description Roles: agent, supervisor, restaurant, guest.
         */
        post: operations["vacancies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whether a party can come; if not, why, and what it could have instead.
         * @description Roles: agent, supervisor, restaurant, guest.
         */
        post: operations["propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/late_parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who was to be there by now, and is not, the latest first.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["late_parties"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/waiting_list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who waits, whoever has waited longest first, and what they could have now.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["waiting_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/find_day_book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A book as it is kept, or as it would begin.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["find_day_book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/find_booking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where a reservation stands, and how.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["find_booking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/list_bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reservations of some dates, of one restaurant or all, by a number or of a customer.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["list_bookings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/list_restaurants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Every restaurant, by id.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["list_restaurants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/list_customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Every customer, or who has a number, or one of whose names begins so.
         * @description Roles: agent, supervisor.
         */
        post: operations["list_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/list_duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Customers who share a number or a name, in pairs: who may be one.
         * @description Roles: supervisor.
         */
        post: operations["list_duplicates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/put_customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keeps a customer in place of what was kept, but for visits, of which none is lost.
         * @description Roles: agent, supervisor.
         */
        post: operations["put_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/merge_customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes one record of two: both histories.
         * @description Roles: supervisor.
         */
        post: operations["merge_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/unmerge_customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the last merge of a record back: two records, each with its own history.
         * @description Roles: supervisor.
         */
        post: operations["unmerge_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/find_customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A customer by id.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["find_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/find_customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whoever has a number, or one of whose names begins so: at most 100. `list_customers` has all of them.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["find_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/erase_customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One step of forgetting a customer: asked again until it is done.
         * @description Roles: supervisor.
         */
        post: operations["erase_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/export_customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * All that is kept of a customer.
         * @description Roles: supervisor.
         */
        post: operations["export_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/forget_before": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One step of forgetting the people of dates before one: asked again until it is done.
         * @description Roles: supervisor.
         */
        post: operations["forget_before"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/open_call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keeps a call from now on; one that is kept is left as it is.
         * @description Roles: agent, supervisor.
         */
        post: operations["open_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/change_call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes a call, and keeps what has to be done after it.
         * @description Roles: agent, supervisor.
         */
        post: operations["change_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/find_call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The call that a contact is of.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["find_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/find_calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A restaurant's calls of one date, or a customer's.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["find_calls"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/find_follow_ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is to be done after calls, by when.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["find_follow_ups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/finish_follow_up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notes that something was done after a call.
         * @description Roles: agent, supervisor, restaurant.
         */
        post: operations["finish_follow_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/find_messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is to be sent, by when.
         * @description Roles: supervisor.
         */
        post: operations["find_messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/drop_messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forgets messages that were sent.
         * @description Roles: supervisor.
         */
        post: operations["drop_messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/follow_agent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds records of one agent; twice or late they change nothing.
         * @description Roles: supervisor.
         */
        post: operations["follow_agent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/find_agent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an agent is doing, and how long they did what.
         * @description Roles: agent, supervisor.
         */
        post: operations["find_agent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/errands/call_tool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Calls a tool for a language model.
         * @description Roles: agent, supervisor, restaurant, guest.
         */
        post: operations["call_tool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the desk and its ledger answer. */
        get: operations["get_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document. */
        get: operations["get_api_openapi_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is counted, as Prometheus' text. */
        get: operations["get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one signs in (authorization code with PKCE, at the issuer, as the client), and what time it is. */
        get: operations["get_api_sign_in"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose the token is, and what they may see. */
        get: operations["get_api_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/development/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A token of the development issuer, which there is on loopback alone. */
        get: operations["get_api_development_login"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/restaurants/{id}/now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a restaurant’s hours say now, in words. */
        get: operations["get_api_restaurants_id_now"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/restaurants/{id}/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When a restaurant takes guests on a date by its hours, whatever was edited of the date’s book. */
        get: operations["get_api_restaurants_id_periods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/incoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an agent sees while it rings: which restaurant, who, and why they may be calling. */
        get: operations["get_api_calls_incoming"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which number a guest is shown who is called, and why. */
        get: operations["get_api_outbound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hours/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hours as a listing has them, read back before they count. */
        post: operations["post_api_hours_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Japan’s next holidays, and the days before them. */
        get: operations["get_api_holidays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wrap-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What must be said of a call before it is done, how long that may take, in seconds, and the catalogue of what it can be. */
        get: operations["get_api_wrap_up"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What errands would answer, one after the other: whom it would hurt. Nothing is kept. */
        post: operations["post_api_trials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is committed from now on, or after a cursor, as server-sent events: open, changed, expired. */
        get: operations["get_api_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What streams shows of the agent whose token it is. */
        post: operations["post_api_agents_snapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agents and their calls, as they are now. */
        get: operations["get_api_agents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A day of calls: what a contact centre counts of them, and their picture by the quarter hour. A call counts as its contact records say where they are on the ledger, else as the desk kept it. */
        get: operations["get_api_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            code: string;
            message: string;
            place: string;
            errors: {
                code: string;
                message: string;
                place: string;
            }[];
        };
        /** @description A restaurant as its telephone needs to know it. */
        restaurant: {
            id: string;
            name: string;
            /** @description The name's reading. */
            kana?: string;
            lines?: components["schemas"]["phone_line"][];
            /**
             * @description A name of the IANA database.
             * @default Asia/Tokyo
             */
            zone?: string;
            holidays?: components["schemas"]["own_holidays"];
            hours: components["schemas"]["rules"];
            routing?: components["schemas"]["routing"];
            /** @description For the agent to read. */
            notes?: string[];
            /** @description 系列, by whatever name its owner has for it. */
            chain?: string;
        };
        /** @description A number that callers dial to reach the restaurant. */
        phone_line: {
            number: components["schemas"]["phone_number"];
            /** @description 予約, 代表 */
            label?: string;
        };
        /**
         * @description E.164, or as written in Japan: with hyphens, brackets, full-width digits.
         * @example +81312345678
         * @example 03-1234-5678
         * @example ０１２０－１２３－４５６
         */
        phone_number: string;
        /** @description Days on which its 祝日 differ from the country's. */
        own_holidays: {
            added?: {
                date: components["schemas"]["date"];
                name: string;
            }[];
            removed?: components["schemas"]["date"][];
        };
        /**
         * @description YYYY-MM-DD; the date must exist.
         * @example 2026-11-23
         */
        date: string;
        /** @description What a restaurant says of its hours. */
        rules: {
            rules: components["schemas"]["rule"][];
            closings?: components["schemas"]["regular_closing"][];
            choices?: components["schemas"]["choices"];
        };
        /** @description On such days, this holds. Just one of services, unknown and closed. */
        rule: {
            /** @description What to call the reason: 貸切. */
            label?: string;
            when: components["schemas"]["when"];
            /** @description In ascending order. */
            services?: components["schemas"]["service"][];
            /** @description 不定休: nobody can say. When it may be open; none, if nothing is known of the date. */
            unknown?: components["schemas"]["service"][];
            /** @constant */
            closed?: true;
        } & (unknown | unknown | unknown);
        /** @description A condition on dates. The narrowest rule that applies to a date wins. */
        when: ("every_day" | "holiday" | "holiday_eve" | "day_after_holiday") | ({
            weekdays: ("sun" | "mon" | "tue" | "wed" | "thu" | "fri" | "sat")[];
        } | {
            /** @description A 祝日 by its name: 元日. */
            holiday: string;
        } | {
            /** @description 第1・3火曜, 最終水曜 */
            nth_weekday: {
                nth: (number | "last")[];
                weekdays: ("sun" | "mon" | "tue" | "wed" | "thu" | "fri" | "sat")[];
            };
        } | {
            days_of_month: (number | "last")[];
        } | {
            months: number[];
        } | {
            /** @description 隔週 */
            every_weeks: {
                interval: number;
                /** @description A date in a week that counts; weeks begin on Monday. */
                from: components["schemas"]["date"];
            };
        } | {
            /** @description Every year, both included, across New Year if need be. */
            season: {
                from: components["schemas"]["month_day"];
                to: components["schemas"]["month_day"];
            };
        } | {
            /** @description From one date to another, both included. */
            period: {
                from: components["schemas"]["date"];
                to: components["schemas"]["date"];
            };
        } | {
            dates: components["schemas"]["date"][];
        } | {
            /** @description Every one of them holds. */
            all: components["schemas"]["when"][];
        } | {
            /** @description At least one holds. */
            any: components["schemas"]["when"][];
        } | {
            /** @description None holds. */
            none: components["schemas"]["when"][];
        });
        /**
         * @description MM-DD; 02-29 comes in some years.
         * @example 12-31
         */
        month_day: string;
        /** @description 営業区分: one opening of a day. */
        service: {
            /** @description lunch, ディナー */
            name?: string;
            opens: components["schemas"]["minute"];
            /** @description Past midnight it goes on counting: 26:00. */
            closes: components["schemas"]["minute"];
            last_order?: components["schemas"]["last_orders"];
        };
        /**
         * @description From midnight of the business date: 26:00 is two in the morning after.
         * @example 11:30
         * @example 26:00
         */
        minute: string;
        /** @description ラストオーダー */
        last_orders: {
            food?: components["schemas"]["minute"];
            drink?: components["schemas"]["minute"];
            /** @description 最終入店: when the last party is let in. */
            entry?: components["schemas"]["minute"];
        };
        /** @description 定休日: closes, whatever seasons and 祝日 say; only rules for single dates go before it. */
        regular_closing: {
            label?: string;
            when: components["schemas"]["when"];
            /** @default stays */
            on_holiday?: components["schemas"]["on_holiday"];
            /** @description Names of those that close; left out, all do. */
            services?: string[];
            /**
             * @default closes
             * @enum {unknown}
             */
            effect?: "closes" | "may_close";
        };
        /** @description What becomes of a regular closing on a 祝日. */
        on_holiday: ("stays" | "dropped" | "next_day" | "next_weekday" | "next_business_day" | "previous_day" | "previous_or_next_day" | "some_following_day" | "unknown" | "day_after") | {
            /** @enum {unknown} */
            weekday: "sun" | "mon" | "tue" | "wed" | "thu" | "fri" | "sat";
            /**
             * @description Where that weekday is a 祝日 too: `stays` closes it, else it goes on.
             * @default goes_on
             * @enum {unknown}
             */
            if_holiday?: "goes_on" | "stays";
        };
        /** @description Where restaurants differ. */
        choices: {
            /**
             * @description Which rule a day follows that is both.
             * @default holiday
             * @enum {unknown}
             */
            holiday_and_eve?: "holiday" | "holiday_eve";
            /**
             * @description Whether a Saturday before a 祝日 is 祝前日.
             * @default counts
             * @enum {unknown}
             */
            saturday_eve?: "counts" | "does_not_count";
            /**
             * @description Likewise.
             * @default counts
             * @enum {unknown}
             */
            sunday_eve?: "counts" | "does_not_count";
            /**
             * @description What holds on a day that no rule names.
             * @default closed
             * @enum {unknown}
             */
            unlisted?: "closed" | "unknown";
        };
        /** @description What happens to a call. */
        routing: {
            /** @description The first that fits. */
            routes?: components["schemas"]["route"][];
            otherwise: components["schemas"]["destination"];
        };
        /** @description Where a call goes if everything that is said of it holds. */
        route: {
            label?: string;
            /** @description The business date. */
            when?: components["schemas"]["when"];
            /** @description One of these; any, where there is none. */
            hours?: ("closed" | "open" | "unknown")[];
            /** @description The time of the business date. */
            between?: {
                from: components["schemas"]["minute"];
                /** @description Not included; past midnight 24:00 to 48:00. */
                to: components["schemas"]["minute"];
            };
            /** @description The number dialled. */
            line?: components["schemas"]["phone_number"];
            caller?: components["schemas"]["caller"];
            to: components["schemas"]["destination"];
        };
        /** @description withheld whatever the reason, foreign, or one of these numbers. */
        caller: ("withheld" | "foreign") | {
            numbers: components["schemas"]["phone_number"][];
        };
        /** @description What an IVR does with a call. */
        destination: {
            /** @description By name or ARN. */
            queue: string;
        } | {
            /** @description By name or alias ARN. */
            bot: string;
        } | {
            restaurant: components["schemas"]["phone_number"];
        } | {
            /** @description 留守番電話 */
            voicemail: string;
        } | {
            /** @description Words to say before hanging up. */
            message: string;
        };
        /**
         * @description With its offset.
         * @example 2026-11-23T19:05:00+09:00
         * @example 2026-11-23T10:05:00.000Z
         */
        instant: string;
        /** @description Tables, and what can be joined of them. */
        floor_plan: {
            tables: components["schemas"]["table"][];
            combinations?: components["schemas"]["combination"][];
            chains?: components["schemas"]["chain"][];
        };
        /** @description A table, a room, or one seat of a counter. */
        table: {
            id: string;
            /**
             * @description Parties below are not seated there.
             * @default 1
             */
            least?: number;
            most: number;
            area?: string;
            /**
             * @default table
             * @enum {unknown}
             */
            kind?: "table" | "counter" | "private_room" | "tatami" | "terrace";
            /**
             * @default forbidden
             * @enum {unknown}
             */
            smoking?: "forbidden" | "allowed";
            /**
             * @default on_foot
             * @enum {unknown}
             */
            access?: "on_foot" | "wheelchair";
            /**
             * @description Who may sell it: restaurants keep some back.
             * @default anyone
             * @enum {unknown}
             */
            seller?: "anyone" | "restaurant";
            /** @description The restaurant's preference, lower first. */
            rank?: number;
        };
        /** @description Tables that can be joined, with a capacity of their own. */
        combination: {
            tables: string[];
            least?: number;
            most: number;
            rank?: number;
        };
        /** @description Neighbours in a row, any run of which can be joined. */
        chain: {
            tables: string[];
            /** @description Of a run, in tables. */
            longest?: number;
            rank?: number;
        };
        /** @description How a restaurant takes reservations; spans of time in minutes, and furthest in days. */
        policy: {
            /**
             * @description Starts are at multiples of it from midnight.
             * @default 15
             */
            start_grid?: number;
            /** @description The first that fits a party holds. */
            turn_times?: components["schemas"]["turn_time"][];
            /**
             * @description Of parties that no turn time fits.
             * @default 120
             */
            turn?: components["schemas"]["turn"];
            /** @description A stay is cut at closing if this much is left of it. */
            shortest_stay?: number | null;
            /** @description To reset a table after a party. */
            buffer?: number;
            /** @description All of them hold. */
            pacing?: components["schemas"]["pacing"][];
            lead_time?: number;
            /** @description All of them hold. */
            cut_offs?: components["schemas"]["deadline"][];
            /** @description Days from today; any date, if not said. */
            furthest?: number | null;
            /**
             * @description In chairs.
             * @default 1
             */
            smallest_party?: number;
            /** @default 999 */
            largest_party?: number;
            /** @description How many may be taken without a seat on one day. */
            overbooking?: number;
            /** @description Until when guests may cancel; all of them hold. */
            cancel_until?: components["schemas"]["deadline"][];
            /** @description What happens at each limit. */
            on_limit?: {
                [key: string]: "refuse" | "warn" | "needs_override";
            };
            /** @description After booking, guests may change and cancel for so long even past `cancel_until`. */
            grace?: number;
            /**
             * @description How long after it a mistake can be undone.
             * @default 1440
             */
            undo_within?: number;
            /**
             * @description Who sits on past their end is reckoned to sit for so long from now.
             * @default 30
             */
            overstay?: number;
            /** @description How long something may be held in all, from booking on, however often renewed. */
            longest_hold?: number | null;
            /** @description What guests owe who cancel late; of those whose deadline is past the highest. */
            cancel_fees?: components["schemas"]["cancel_fee"][];
            /** @description What guests owe who never came. */
            no_show_fee?: number | null;
        };
        /** @description How long some parties keep their table. */
        turn_time: {
            /**
             * @description Chairs of the party.
             * @default 999
             */
            most?: number;
            turn: components["schemas"]["turn"];
            period?: string | null;
            course?: string | null;
        };
        /** @description Minutes, or to the end. */
        turn: number | "until_period_ends";
        /** @description The most that may arrive in any stretch of time as long as the span. */
        pacing: {
            /** @description Whose parties it limits and counts; all, where there is none. */
            channels?: ("phone" | "online" | "partner" | "bot" | "restaurant" | "walk_in")[];
            /** @default 15 */
            span?: number;
            period?: string | null;
            covers?: number | null;
            parties?: number | null;
            /** @description Of the starts that it limits and counts. */
            from?: components["schemas"]["minute"] | null;
            /** @description Likewise, not included. */
            until?: components["schemas"]["minute"] | null;
        };
        /** @description Until when something may be done about a start. */
        deadline: {
            minutes_before: number;
        } | {
            /** @description 前日17時まで is one day before at 17:00. */
            days_before: components["schemas"]["days_before"];
        };
        /** @description So many days before, at a time. */
        days_before: {
            days: number;
            at: components["schemas"]["minute"];
        };
        /** @description What a guest owes who cancels after a deadline. */
        cancel_fee: {
            after: components["schemas"]["deadline"];
            /** @description Of what was agreed to be paid. */
            percent: number;
        };
        /** @description What new day books of a restaurant begin with. */
        book_template: {
            floor_plan: components["schemas"]["floor_plan"];
            policy?: components["schemas"]["policy"];
        };
        /** @description Something to send. */
        message: {
            /** @description Whoever receives it knows it by this: it may come twice. */
            id: string;
            due: components["schemas"]["instant"];
            /** @description The sender's words: mail, line, sms. */
            channel?: string;
            to?: string;
            text?: string;
        };
        /** @description Somebody who calls, and what became of their bookings. */
        customer: {
            id: string;
            name?: string;
            /** @description The name's reading. */
            kana?: string;
            aliases?: string[];
            phones?: components["schemas"]["phone_number"][];
            email?: string;
            /** @description Of records that were merged into this one. */
            other_emails?: string[];
            visits?: components["schemas"]["visit"][];
            tags?: string[];
            allergies?: string[];
            preferences?: string[];
            notes?: string;
            /** @description Records that are this one now. */
            merged?: string[];
        };
        /** @description What became of a booking. */
        visit: {
            restaurant: string;
            booking: string;
            /** @description The business date. */
            date: components["schemas"]["date"];
            covers?: number;
            /** @enum {unknown} */
            outcome: "waiting" | "booked" | "cancelled" | "no_show" | "visited";
        };
        /** @description A call at the desk, and all that was typed during it. Its state is what its occurrences make of it. */
        call: {
            /** @description The first, and those that transfers made of it. */
            contacts: string[];
            /** @enum {unknown} */
            direction: "inbound" | "outbound" | "transfer" | "queued_callback";
            /**
             * @description Who calls, or is called: a telephone number, or why none was shown.
             * @default not_given
             */
            other?: string | null;
            /** @description Of an inbound call, the restaurant's number. */
            dialled?: components["schemas"]["phone_number"] | null;
            restaurant?: string | null;
            customer?: string | null;
            agent?: string | null;
            /** @description Why they may be calling, for the agent to see while it rings. */
            reasons?: components["schemas"]["call_reason"][];
            notes?: string;
            /** @description What is being typed; may be incomplete, and wrong. */
            drafts?: components["schemas"]["disposition"][];
            /** @description That the call led to. */
            booking?: string | null;
            /** @description What was promised. */
            callback?: components["schemas"]["promised_callback"] | null;
            record?: components["schemas"]["disposition_record"] | null;
            /** @description Of wrap-up, so far. */
            extensions?: number;
            /** @description What happened to it; none twice. Wrap-up is completed or expires by the desk alone. */
            occurrences?: components["schemas"]["call_occurrence"][];
        };
        /** @description One guess why somebody calls. */
        call_reason: {
            /** @enum {unknown} */
            kind: "booking_today" | "booking_ahead" | "booking_past" | "called_before" | "callback_promised" | "missed_by_us";
            booking?: string | null;
            /** @description For the agent: 19時 4名様. */
            words?: string;
        };
        /** @description One thing that a call was about. */
        disposition: {
            code: string;
            fields?: {
                [key: string]: components["schemas"]["field_value"];
            };
            note?: string;
        };
        /** @description The type of the field, and what stands in it. */
        field_value: {
            text: string;
        } | {
            choice: string;
        } | {
            multi_choice: string[];
        } | {
            date_time: components["schemas"]["instant"];
        } | {
            phone: components["schemas"]["phone_number"];
        } | {
            booking: string;
        } | {
            photo: string;
        };
        /** @description 折り返しの約束 */
        promised_callback: {
            number: components["schemas"]["phone_number"];
            at: components["schemas"]["instant"];
            by: string;
        };
        /** @description What a call was about, as recorded. */
        disposition_record: {
            catalogue_version: string;
            dispositions: components["schemas"]["disposition"][];
            by: string;
            at: components["schemas"]["instant"];
            /** @description Typed, and not fit to be recorded when the time was up. */
            unfinished?: components["schemas"]["disposition"][];
            /** @description The oldest first. */
            amendments?: components["schemas"]["amendment"][];
        };
        /** @description What stood before an amendment. */
        amendment: {
            /** @description Who replaced it. */
            by: string;
            at: components["schemas"]["instant"];
            reason?: string;
            before: components["schemas"]["disposition"][];
        };
        /** @description Something that happened to a call. */
        call_occurrence: {
            id: string;
            /** @enum {unknown} */
            event: "answered" | "held" | "resumed" | "ended" | "missed" | "rejected" | "failed" | "contact_gone" | "wrap_up_completed" | "wrap_up_expired";
            at: components["schemas"]["instant"];
        };
        /** @description What Amazon Connect says of a contact that is over (once called CTR): one leg of a call. */
        contact_record: {
            id: string;
            /** @description Of two records of a contact the newer holds. */
            updated: components["schemas"]["instant"];
            /** @description The first of a chain of transfers. */
            initial: string | null;
            previous: string | null;
            next: string | null;
            related: string | null;
            /** @description May be empty. */
            association: string;
            /** @enum {unknown} */
            channel: "voice" | "chat" | "task" | "email" | "unknown";
            /** @enum {unknown} */
            initiation: "inbound" | "outbound" | "transfer" | "queue_transfer" | "callback" | "api" | "disconnect" | "monitor" | "external_outbound" | "webrtc_api" | "agent_reply" | "flow" | "campaign_preview" | "callback_customer_first_queued" | "callback_customer_first_dialed" | "unknown";
            instance_arn: string;
            initiated: components["schemas"]["instant"] | null;
            /** @description Of a contact that dials out, when the customer answered. */
            connected_to_system: components["schemas"]["instant"] | null;
            disconnected: components["schemas"]["instant"] | null;
            /** @description When a number outside was reached. */
            transferred: components["schemas"]["instant"] | null;
            scheduled: components["schemas"]["instant"] | null;
            /** @description Amazon Connect's word; old records have none. */
            disconnect_reason: string;
            /** @description E.164, or why none is shown (`by_caller`, …); null where none can be told. */
            customer: string | null;
            /** @description The number dialled, or shown to whom we called. */
            line: components["schemas"]["phone_number"] | null;
            transferred_to: components["schemas"]["phone_number"] | null;
            /** @description As it stands; may be empty. */
            customer_address: string;
            queue: components["schemas"]["recorded_queue"] | null;
            agent: components["schemas"]["recorded_agent"] | null;
            /** @description How often it was offered to an agent. */
            connection_attempts: number;
            recordings: components["schemas"]["recording"][];
            attributes: {
                [key: string]: string;
            };
            tags: {
                [key: string]: string;
            };
            /** @description Others that older records of it linked it to. */
            formerly?: string[];
            /**
             * @description An older record of it said that nothing was before it.
             * @default false
             */
            was_first?: boolean;
        };
        /** @description A stay in a queue. */
        recorded_queue: {
            queue: components["schemas"]["queue"];
            enqueued: components["schemas"]["instant"] | null;
            /** @description The agent connected, or the contact left. */
            dequeued: components["schemas"]["instant"] | null;
        };
        /** @description A queue as Amazon Connect names it. */
        queue: {
            arn: string;
            /** @description Empty for an agent's own. */
            name: string;
        };
        /** @description An agent's part in a contact; null where Amazon Connect has not said it. */
        recorded_agent: {
            agent: string;
            username: string;
            /** @description Its name; may be empty. */
            routing_profile: string;
            connected: components["schemas"]["instant"] | null;
            after_contact_work_from: components["schemas"]["instant"] | null;
            after_contact_work_until: components["schemas"]["instant"] | null;
            /** @description Without holds. In milliseconds. */
            interaction: number | null;
            /** @description In milliseconds. */
            customer_hold: number | null;
            /** @description How much of it the agent began. In milliseconds. */
            agent_hold: number | null;
            /** @description In milliseconds. */
            longest_hold: number | null;
            /** @description In milliseconds. */
            after_contact_work: number | null;
            holds: number;
        };
        /** @description A recording or transcript of a contact. */
        recording: {
            /** @description Of Amazon S3; empty where the record does not say. */
            bucket: string;
            key: string;
            /** @enum {unknown} */
            status: "available" | "deleted" | "unknown";
            /** @description Amazon Connect's word: AUDIO, VIDEO, CHAT; may be empty. */
            media: string;
            /** @description Whose voice: ALL, AGENT, CUSTOMER, …; may be empty. */
            participant: string;
            from: components["schemas"]["instant"] | null;
            until: components["schemas"]["instant"] | null;
            /** @description May be empty. */
            deletion_reason: string;
        };
        /** @description How much a session may do; what is left out is as by default of the actor. */
        tool_limits: {
            /** @description That a session takes, holds too. */
            bookings?: number | null;
            /** @description Chairs of one party. */
            covers?: number | null;
            /** @description From today on. */
            days?: number | null;
            /** @description Seconds that a table is held for. */
            hold?: number | null;
            /** @description Seconds that a read-back may be agreed to. */
            lapse?: number | null;
            /** @description That a session adds. */
            notes?: number | null;
            /** @description Bookings that a session looks for in vain. */
            misses?: number | null;
        };
        /** @description What was decided upon a kept book. */
        kept_decision: {
            restaurant: string;
            /** @description The business date. */
            date: components["schemas"]["date"];
            /** @description Of the book after it. */
            version: number;
            /** @description Empty where it was about none. */
            booking: string;
            /** @description As it stands after it. */
            reservation?: components["schemas"]["reservation"] | null;
            /** @description All of its group, where it has one. */
            group?: components["schemas"]["reservation"][];
            /** @description Others who got another table. */
            moved: components["schemas"]["move"][];
            /** @description Limits that warn, and those that were overridden. */
            exceeded: components["schemas"]["exceeded"][];
            /** @description By what its restaurant has become, which the book now follows. */
            hurt?: components["schemas"]["hurt"][];
        };
        /** @description A party, when it comes, and where it sits. */
        reservation: {
            id: string;
            begin: components["schemas"]["minute"];
            end: components["schemas"]["minute"];
            /** @description Minutes to reset the table. */
            buffer?: number;
            party: components["schemas"]["any_party"];
            needs?: components["schemas"]["needs"];
            /**
             * @default phone
             * @enum {unknown}
             */
            channel?: "phone" | "online" | "partner" | "bot" | "restaurant" | "walk_in";
            course?: string | null;
            /** @description Minutes at the table, if it is not as the policy has it. */
            turn?: number | null;
            /** @description The very ones, joined. */
            wanted_tables?: string[];
            /** @enum {unknown} */
            commitment: "held" | "requested" | "confirmed" | "reconfirmed" | "cancelled" | "declined" | "no_show" | "lapsed" | "waiting";
            /**
             * @default expected
             * @enum {unknown}
             */
            presence?: "expected" | "late" | "partly_arrived" | "seated" | "left";
            /** @enum {unknown} */
            allocation: "unassigned" | "overbooked" | "assigned" | "pinned";
            tables?: string[];
            held_until?: components["schemas"]["instant"] | null;
            cancel_reason?: ("guest" | "restaurant" | "moved" | "duplicate" | "mistake" | "unpaid") | null;
            /** @description What its guest owes who cancelled late or never came, in percent. */
            fee?: number | null;
            /** @description When guests who are late said to come. */
            expected_at?: components["schemas"]["minute"] | null;
            /** @description Of who waits: the last start that suits them. */
            latest?: components["schemas"]["minute"] | null;
            /** @description Of those who belong together, each at a table of their own. */
            group?: string | null;
            details?: components["schemas"]["details"];
            history?: components["schemas"]["entry"][];
        };
        /** @description A number counts adults. */
        any_party: number | components["schemas"]["party"];
        /** @description Who comes together. */
        party: {
            adults?: number;
            /** @description Each has a chair. */
            children?: number;
            /** @description On a lap or in a pram: no chair. */
            infants?: number;
            /** @description ベビーカー that come along, for whoever seats them to know. */
            strollers?: number;
        };
        /** @description What a seat must have. */
        needs: {
            /** @description One of these; any, where there is none. */
            kinds?: ("table" | "counter" | "private_room" | "tatami" | "terrace")[];
            /** @description Likewise. */
            areas?: string[];
            smoking?: ("forbidden" | "allowed") | null;
            /**
             * @default on_foot
             * @enum {unknown}
             */
            access?: "on_foot" | "wheelchair";
        };
        /** @description What the book keeps of a reservation and does not reckon with. */
        details: {
            /** @description Of whom the visit is. */
            customer?: string | null;
            name?: string;
            /** @description The name's reading. */
            kana?: string;
            phone?: components["schemas"]["phone_number"] | null;
            email?: string;
            /** @description What is ordered beforehand. */
            items?: components["schemas"]["ordered_item"][];
            occasion?: string;
            allergies?: string[];
            /** @description For children. */
            high_chairs?: number;
            for_restaurant?: string;
            for_centre?: string;
            /** @description The agent who took it. */
            taken_by?: string | null;
            /** @description The call in which it was taken. */
            contact?: string | null;
            deposit?: components["schemas"]["deposit"] | null;
        };
        /** @description 料理・飲み放題など */
        ordered_item: {
            name: string;
            /** @default 1 */
            count?: number;
        };
        /** @description What is paid beforehand. */
        deposit: {
            /** @description In the currency's smallest unit. */
            amount: number;
            /** @default JPY */
            currency?: string;
            due?: components["schemas"]["instant"] | null;
            terms?: string;
            /**
             * @description Where the money is.
             * @default due
             * @enum {unknown}
             */
            state?: "due" | "paid" | "refunded" | "kept" | "waived";
        };
        /** @description What was done to a reservation, and by whom. */
        entry: {
            /** @enum {unknown} */
            deed: "book" | "change" | "change_details" | "request" | "confirm" | "reconfirm" | "cancel" | "decline" | "miss" | "lapse" | "run_late" | "arrive_partly" | "sit_down" | "leave" | "pin" | "unpin" | "unassign" | "assign" | "move" | "lose_table" | "block" | "unblock" | "change_date" | "undo" | "swap" | "renew" | "take_up";
            /** @enum {unknown} */
            by: "guest" | "agent" | "restaurant" | "system";
            at: components["schemas"]["instant"];
            who?: string;
            /** @description Limits that were passed knowingly. */
            overridden?: ("not_open" | "hours_unknown" | "last_entry" | "closing" | "start_grid" | "comes_twice" | "lead_time" | "cut_off" | "furthest_date" | "smallest_party" | "largest_party" | "pacing_covers" | "pacing_parties" | "walk_in_time" | "table_size" | "same_guest" | "tables")[];
            note?: string;
            /** @description What the deed itself does not say. */
            changes?: components["schemas"]["difference"][];
        };
        /** @description What a deed made of one member, as text; of what is personal, only that it changed. */
        difference: {
            /** @description `begin`, `party`, `tables`, `details.phone`. */
            what: string;
            from?: string;
            to?: string;
        };
        /** @description A party that gets another table. */
        move: {
            booking: string;
            from: string[];
            to: string[];
        };
        /** @description A limit that is passed, and by how much; 0 where that can't be told. */
        exceeded: {
            /** @enum {unknown} */
            limit: "not_open" | "hours_unknown" | "last_entry" | "closing" | "start_grid" | "comes_twice" | "lead_time" | "cut_off" | "furthest_date" | "smallest_party" | "largest_party" | "pacing_covers" | "pacing_parties" | "walk_in_time" | "table_size" | "same_guest" | "tables";
            by: number;
            /**
             * @description What it is by.
             * @enum {unknown}
             */
            unit?: "minutes" | "days" | "covers" | "parties";
        };
        /** @description A reservation that an edit of its book hurts. It stays in the book. */
        hurt: {
            booking: string;
            /** @description Limits that it passes now and did not, or not so far. */
            exceeded: components["schemas"]["exceeded"][];
            /** @description The tables that it can't have any more. */
            lost: string[];
            /** @description Those that it has now: instead, or still, though they do not suit it any more; none where it is overbooked. */
            tables: string[];
        };
        /** @description A kept book, one of whose parts was replaced. */
        kept_edit: {
            restaurant: string;
            /** @description The business date. */
            date: components["schemas"]["date"];
            /** @description Of the book after it. */
            version: number;
            /** @description Everybody whom it hurts. */
            hurt: components["schemas"]["hurt"][];
            /** @description Others who got another table. */
            moved: components["schemas"]["move"][];
        };
        /** @description Kept books that were brought up to their restaurant. */
        refreshed_books: {
            /** @description Those that differ. */
            books: components["schemas"]["refreshed_book"][];
            /** @description What the next page comes after. */
            next?: components["schemas"]["date"] | null;
        };
        /** @description A kept book that differs, and what became of it. */
        refreshed_book: {
            /** @description The business date. */
            date: components["schemas"]["date"];
            /** @description After it. */
            version: number;
            /** @description Parts that follow the restaurant. */
            changed: ("floor_plan" | "policy" | "periods")[];
            /** @description Parts that were edited for the date, and were left as they are. */
            own: ("floor_plan" | "policy" | "periods")[];
            /** @description Everybody whom it hurts. */
            hurt: components["schemas"]["hurt"][];
            /** @description Others who got another table. */
            moved: components["schemas"]["move"][];
        };
        /** @description The business date that a moment belongs to. */
        business_date: {
            date: components["schemas"]["date"];
        };
        /** @description A start on the grid, and whether a party can come then. Times are from midnight of the business date: 26:00 is two in the morning after. */
        slot: {
            begin: components["schemas"]["minute"];
            end: components["schemas"]["minute"];
            /** @enum {unknown} */
            state: "free" | "if_others_move" | "limited" | "full" | "undecided";
            /** @description Limits, those too that only warn. */
            exceeded: components["schemas"]["exceeded"][];
        };
        /** @description What a business date has for a party. */
        vacancy: {
            date: components["schemas"]["date"];
            /** @description The first of the starts that suit best: free, then if others move, undecided, limited, full; null where the restaurant has no start that day. */
            best: components["schemas"]["slot"] | null;
        };
        /** @description Whether a party can come, and what else it could have. */
        proposal: {
            /** @constant */
            answer: "possible";
            end: components["schemas"]["minute"];
            /** @description None where the party is overbooked. */
            tables: string[];
            /** @description Who has to move for it. */
            moved: components["schemas"]["move"][];
            /** @description Limits that warn, and those that were overridden. */
            exceeded: components["schemas"]["exceeded"][];
            /** @description None where it is possible. */
            alternatives: components["schemas"]["alternative"][];
        } | {
            /** @constant */
            answer: "impossible";
            /** @description That refuse, or want an override. */
            limits: components["schemas"]["exceeded"][];
            /** @description What stands in the way; dropping it alone would help. */
            obstacles: ("kinds" | "areas" | "smoking" | "access" | "tables" | "seller" | "length")[];
            /** @description None where it is possible. */
            alternatives: components["schemas"]["alternative"][];
        } | {
            /** @constant */
            answer: "undecided";
            /** @description None where it is possible. */
            alternatives: components["schemas"]["alternative"][];
        };
        /** @description What a party could have instead. */
        alternative: {
            /** @enum {unknown} */
            kind: "earlier" | "later" | "split" | "other_seat" | "other_day";
            date: components["schemas"]["date"];
            begin: components["schemas"]["minute"];
            end: components["schemas"]["minute"];
            /** @description For each part of the party. */
            tables: string[][];
            /** @description What is dropped. */
            without?: ("kinds" | "areas" | "smoking" | "access" | "tables" | "seller" | "length") | null;
            /** @description How many others have to move. */
            moves: number;
        };
        /** @description Who was to be there by now, and is not. */
        late_party: {
            booking: string;
            /** @description As booked, or as they said since. */
            expected: components["schemas"]["minute"];
            /** @description Whole minutes since. */
            late: number;
        };
        /** @description Who waits, and what they could have now. */
        waiting_party: {
            booking: string;
            since: components["schemas"]["instant"];
            /**
             * @description The best of the starts that suit them.
             * @enum {unknown}
             */
            state: "free" | "if_others_move" | "limited" | "full" | "undecided";
            /** @description The first of those; none where no start is to be had. */
            begin?: components["schemas"]["minute"] | null;
            /** @description Limits, there or where none is to be had. */
            exceeded: components["schemas"]["exceeded"][];
        };
        /** @description The reservations of one restaurant on one business date (営業日). Spans of time are in minutes. */
        day_book: {
            restaurant: string;
            /** @description The business date. */
            date: components["schemas"]["date"];
            /**
             * @description A name of the IANA database.
             * @default Asia/Tokyo
             */
            zone?: string;
            /** @description One more with every decision. */
            version?: number;
            floor_plan: components["schemas"]["floor_plan"];
            policy?: components["schemas"]["policy"];
            periods: components["schemas"]["period"][];
            reservations?: components["schemas"]["reservation"][];
            blocks?: components["schemas"]["block"][];
            receipts?: components["schemas"]["receipt"][];
        };
        /** @description A service of one business date. Times are from midnight of that date: 26:00 is two in the morning after. */
        period: {
            /** @description lunch, ディナー */
            name?: string;
            opens: components["schemas"]["minute"];
            closes: components["schemas"]["minute"];
            /** @description The last time to come. */
            last_entry?: components["schemas"]["minute"];
            /**
             * @default open
             * @enum {unknown}
             */
            state?: "open" | "unknown";
        };
        /** @description A table that is not to be had. */
        block: {
            table: string;
            begin: components["schemas"]["minute"];
            end: components["schemas"]["minute"];
            note?: string;
        };
        /** @description What was answered to a request key. */
        receipt: {
            key: string;
            /** @enum {unknown} */
            deed: "book" | "change" | "change_details" | "request" | "confirm" | "reconfirm" | "cancel" | "decline" | "miss" | "lapse" | "run_late" | "arrive_partly" | "sit_down" | "leave" | "pin" | "unpin" | "unassign" | "assign" | "move" | "lose_table" | "block" | "unblock" | "change_date" | "undo" | "swap" | "renew" | "take_up";
            booking?: string;
            moved?: components["schemas"]["move"][];
            exceeded?: components["schemas"]["exceeded"][];
            /** @description Where it was about all of one. */
            group?: string | null;
        };
        /** @description Where a reservation stands, and how. */
        kept_reservation: {
            restaurant: string;
            /** @description The business date. */
            date: components["schemas"]["date"];
            reservation: components["schemas"]["reservation"];
        };
        /** @description Some of the reservations of a list. */
        listed_bookings: {
            bookings: components["schemas"]["kept_reservation"][];
            /** @description What the next page comes after. */
            next?: string | null;
        };
        /** @description Some of the restaurants. */
        listed_restaurants: {
            restaurants: components["schemas"]["restaurant"][];
            /** @description What the next page comes after. */
            next?: string | null;
        };
        /** @description Some of the customers. */
        listed_customers: {
            customers: components["schemas"]["customer"][];
            /** @description What the next page comes after. */
            next?: string | null;
        };
        /** @description Some of those who may be one. */
        listed_duplicates: {
            pairs: components["schemas"]["likely_duplicate"][];
            /** @description Numbers and names of so many that they were not compared. */
            crowded: string[];
            /** @description What the next page comes after. */
            next?: string | null;
        };
        /** @description Two who may be one. */
        likely_duplicate: {
            first: components["schemas"]["customer"];
            second: components["schemas"]["customer"];
            /** @description What they have both. */
            same: ("phone" | "email" | "name" | "kana")[];
        };
        /** @description Two records where one was. */
        unmerged_customers: {
            kept: components["schemas"]["customer"];
            restored: components["schemas"]["customer"];
            merged_at: components["schemas"]["instant"];
            /** @description Empty where nobody said it. */
            merged_by: string;
        };
        /** @description What one step forgot. */
        forgotten: {
            /** @description Or it is to be asked again. */
            done: boolean;
            /** @description That lost their person. */
            bookings: number;
            /** @description That lost their person. */
            calls: number;
            /** @description That will not be sent. */
            messages: number;
            /** @description What the next step of `forget_before` goes on after. */
            next?: string | null;
        };
        /** @description All that is kept of a customer. */
        personal_data: {
            customer?: components["schemas"]["customer"] | null;
            /** @description Records that are this one now, as they were before. */
            merged?: components["schemas"]["customer"][];
            bookings: components["schemas"]["kept_reservation"][];
            calls: components["schemas"]["kept_call"][];
            messages: components["schemas"]["message"][];
        };
        /** @description A call as it is kept. */
        kept_call: {
            opened: components["schemas"]["instant"];
            call: components["schemas"]["call"];
            follow_ups?: components["schemas"]["kept_follow_up"][];
        };
        /** @description Something to do after a call. */
        kept_follow_up: {
            /** @description Tells it from the call's others. */
            name: string;
            /** @description call_back, or what a disposition demands. */
            what: string;
            /** @description The disposition's that demands it; may be empty. */
            code?: string;
            /** @description Whom to tell or to call; may be empty. */
            to?: string;
            due: components["schemas"]["instant"];
            done?: components["schemas"]["follow_up_done"] | null;
        };
        /** @description Who did it, and when. */
        follow_up_done: {
            by: string;
            at: components["schemas"]["instant"];
        };
        /** @description Some of the calls that were asked for. */
        kept_calls: {
            calls: components["schemas"]["kept_call"][];
            /** @description What the next page comes after. */
            next?: string | null;
        };
        /** @description Some of what is not done, the oldest first. */
        open_follow_ups: {
            follow_ups: components["schemas"]["open_follow_up"][];
            /** @description What the next page comes after. */
            next?: string | null;
        };
        /** @description Something to do that is not done. */
        open_follow_up: {
            /** @description Tells it from the call's others. */
            name: string;
            /** @description call_back, or what a disposition demands. */
            what: string;
            /** @description The disposition's that demands it; may be empty. */
            code?: string;
            /** @description Whom to tell or to call; may be empty. */
            to?: string;
            due: components["schemas"]["instant"];
            contact: string;
            restaurant?: string | null;
            customer?: string | null;
        };
        /** @description Some of what is due, the oldest first. */
        due_messages: {
            messages: components["schemas"]["message"][];
            /** @description What the next page comes after. */
            next?: string | null;
        };
        /** @description Messages that were sent and forgotten. */
        dropped_messages: {
            /** @description How many were still there. */
            sent: number;
        };
        /** @description What became of an agent's events. */
        followed_agent: {
            agent: string;
            /** @description What became of each event. */
            applied: ("now" | "mended" | "duplicate" | "too_late" | "another_agent")[];
            /**
             * @description After the newest event.
             * @enum {unknown}
             */
            state: "unknown" | "signed_out" | "offline" | "available" | "not_routable" | "ringing" | "dialling" | "on_contact" | "after_contact_work" | "error";
        };
        /** @description What became of contact records, and their call. */
        added_records: {
            /** @description What became of each record. */
            added: ("kept" | "newer" | "as_known")[];
            /** @description The name of the call's row. */
            call: string;
            /** @description Names that its rows ever had beside that: to be deleted. */
            replaced: string[];
            /** @description Of this call alone. */
            records: components["schemas"]["contact_record"][];
        };
        /** @description What is kept of an agent, as of an instant. */
        kept_agent: {
            agent: string;
            /** @enum {unknown} */
            state: "unknown" | "signed_out" | "offline" | "available" | "not_routable" | "ringing" | "dialling" | "on_contact" | "after_contact_work" | "error";
            /** @description The newest event and what is known since. */
            latest?: unknown | null;
            /** @description In milliseconds, since the first event. */
            times: {
                [key: string]: number;
            };
        };
        /** @description That a conversation is kept. */
        conversation_kept: {
            id: string;
            /** @description Of the caller, so far. */
            turns: number;
            /** @description When it may be gone. */
            expires: components["schemas"]["instant"];
        };
    };
    responses: {
        /** @description It cannot be read. */
        400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description Nobody is known by the token. */
        401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description The role may not, or not of this restaurant. */
        403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description There is no such thing. */
        404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description It is refused as things stand; the code says why. */
        409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description The cursor is too old. */
        410: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description It is too large. */
        413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description It is no JSON. */
        415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description It says what cannot be; the place says where. */
        422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description Too many are asked in a minute. */
        429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description Something went wrong. */
        500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
        /** @description Ask again. */
        503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    put_restaurant: {
        parameters: {
            query?: never;
            header: {
                /** @description The same again gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    restaurant: components["schemas"]["restaurant"];
                    /** @description As it was read: then only what is otherwise in the form is changed. */
                    was?: components["schemas"]["restaurant"] | null;
                    /**
                     * @description How long the answer is remembered, in seconds.
                     * @default 86400
                     */
                    keep?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["restaurant"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    find_restaurant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id?: string | null;
                    /** @description The number dialled, in any form. */
                    number?: components["schemas"]["phone_number"] | null;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["restaurant"] | null;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    put_book_template: {
        parameters: {
            query?: never;
            header: {
                /** @description The same again gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    restaurant: string;
                    floor_plan: components["schemas"]["floor_plan"];
                    policy?: components["schemas"]["policy"];
                    /** @description As it was read: then only what is otherwise in the form is changed. */
                    was?: components["schemas"]["book_template"] | null;
                    /**
                     * @description How long the answer is remembered, in seconds.
                     * @default 86400
                     */
                    keep?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["book_template"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    find_book_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    restaurant: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["book_template"] | null;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    decide: {
        parameters: {
            query?: never;
            header: {
                /** @description The same again gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description May be left out where the command names its booking. */
                    restaurant?: string | null;
                    /** @description The business date; likewise. */
                    date?: components["schemas"]["date"] | null;
                    command: {
                        /** @enum {unknown} */
                        do: "book" | "book_group" | "walk_in" | "change" | "change_details" | "request" | "confirm" | "reconfirm" | "cancel" | "decline" | "miss" | "run_late" | "arrive_partly" | "sit_down" | "leave" | "assign" | "pin" | "unpin" | "unassign" | "block" | "unblock" | "swap" | "undo" | "renew" | "take_up";
                        id?: string;
                        booking?: string;
                        begin?: string;
                        party?: number | {
                            adults: number;
                        };
                        /** @description Limits that are passed knowingly, and a note. */
                        by?: {
                            overrides?: string[];
                            note?: string;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description Kept if the book takes the command. */
                    messages?: components["schemas"]["message"][];
                    /**
                     * @description How long the answer is remembered, in seconds.
                     * @default 86400
                     */
                    keep?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["kept_decision"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    move_booking: {
        parameters: {
            query?: never;
            header: {
                /** @description The same again gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The business date that it moves to. */
                    date: components["schemas"]["date"];
                    command: {
                        /** @enum {unknown} */
                        do: "book" | "book_group" | "walk_in" | "change" | "change_details" | "request" | "confirm" | "reconfirm" | "cancel" | "decline" | "miss" | "run_late" | "arrive_partly" | "sit_down" | "leave" | "assign" | "pin" | "unpin" | "unassign" | "block" | "unblock" | "swap" | "undo" | "renew" | "take_up";
                        id?: string;
                        booking?: string;
                        begin?: string;
                        party?: number | {
                            adults: number;
                        };
                        /** @description Limits that are passed knowingly, and a note. */
                        by?: {
                            overrides?: string[];
                            note?: string;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description Kept if the reservation moves. */
                    messages?: components["schemas"]["message"][];
                    /**
                     * @description How long the answer is remembered, in seconds.
                     * @default 86400
                     */
                    keep?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["kept_decision"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    edit_day_book: {
        parameters: {
            query?: never;
            header: {
                /** @description The same again gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    restaurant: string;
                    /** @description The business date. */
                    date: components["schemas"]["date"];
                    edit: {
                        /** @description Limits that are passed knowingly, and a note. */
                        by?: {
                            overrides?: string[];
                            note?: string;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    /**
                     * @description How long the answer is remembered, in seconds.
                     * @default 86400
                     */
                    keep?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["kept_edit"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    refresh_day_books: {
        parameters: {
            query?: never;
            header: {
                /** @description The same again gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    restaurant: string;
                    /** @description The first business date. */
                    from: components["schemas"]["date"];
                    /**
                     * @description Books at a time.
                     * @default 20
                     */
                    limit?: number;
                    /** @description Where the page before ended: its `next`. */
                    after?: components["schemas"]["date"] | null;
                    /**
                     * @description How long the answer is remembered, in seconds.
                     * @default 86400
                     */
                    keep?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["refreshed_books"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    business_date: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    restaurant: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["business_date"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    availability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    restaurant: string;
                    /** @description The business date. */
                    date: components["schemas"]["date"];
                    question: {
                        party: number | {
                            adults: number;
                        };
                        first?: string;
                        last?: string;
                        changing?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["slot"][];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    vacancies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    restaurant: string;
                    /** @description The first business date. */
                    from: components["schemas"]["date"];
                    /** @description The last: up to 31 dates. */
                    to: components["schemas"]["date"];
                    question: {
                        party: number | {
                            adults: number;
                        };
                        first?: string;
                        last?: string;
                        changing?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["vacancy"][];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    propose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    restaurant: string;
                    /** @description The business date. */
                    date: components["schemas"]["date"];
                    question: {
                        party: number | {
                            adults: number;
                        };
                        begin: string;
                        changing?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description Dates to look at too. */
                    other_days?: components["schemas"]["date"][];
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["proposal"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    late_parties: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    restaurant: string;
                    /** @description The business date. */
                    date: components["schemas"]["date"];
                    question: {
                        grace?: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["late_party"][];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    waiting_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    restaurant: string;
                    /** @description The business date. */
                    date: components["schemas"]["date"];
                    question: {
                        moves?: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["waiting_party"][];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    find_day_book: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    restaurant: string;
                    /** @description The business date. */
                    date: components["schemas"]["date"];
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["day_book"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    find_booking: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["kept_reservation"] | null;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    list_bookings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of all, where it is left out. */
                    restaurant?: string | null;
                    /** @description That was given for them, in any form. */
                    phone?: components["schemas"]["phone_number"] | null;
                    /** @description Whose they are; alone, but for dates. */
                    customer?: string | null;
                    /** @description The first business date; may be left out by phone or customer. */
                    from?: components["schemas"]["date"] | null;
                    /** @description The last; likewise. */
                    to?: components["schemas"]["date"] | null;
                    /** @default 50 */
                    limit?: number;
                    /** @description Where the page before ended: its `next`. */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["listed_bookings"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    list_restaurants: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 50 */
                    limit?: number;
                    /** @description Where the page before ended: its `next`. */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["listed_restaurants"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    list_customers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description In any form. All, where this and a name are left out. */
                    phone?: components["schemas"]["phone_number"] | null;
                    /** @description The beginning of one. */
                    name?: string | null;
                    /** @default 50 */
                    limit?: number;
                    /** @description Where the page before ended: its `next`. */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["listed_customers"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    list_duplicates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How many customers are looked at.
                     * @default 20
                     */
                    limit?: number;
                    /** @description Where the page before ended: its `next`. */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["listed_duplicates"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    put_customer: {
        parameters: {
            query?: never;
            header: {
                /** @description The same again gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customer: components["schemas"]["customer"];
                    /** @description As it was read: then only what is otherwise in the form is changed. */
                    was?: components["schemas"]["customer"] | null;
                    /**
                     * @description How long the answer is remembered, in seconds.
                     * @default 86400
                     */
                    keep?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["customer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    merge_customers: {
        parameters: {
            query?: never;
            header: {
                /** @description The same again gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    keep_id: string;
                    absorb_id: string;
                    /** @description Who sees to it. */
                    who?: string;
                    /**
                     * @description How long the answer is remembered, in seconds.
                     * @default 86400
                     */
                    keep?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["customer"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    unmerge_customers: {
        parameters: {
            query?: never;
            header: {
                /** @description The same again gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the record that was merged. */
                    id: string;
                    /**
                     * @description How long the answer is remembered, in seconds.
                     * @default 86400
                     */
                    keep?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["unmerged_customers"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    find_customer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Also of a record that was merged. */
                    id: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["customer"] | null;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    find_customers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description In any form. */
                    phone?: components["schemas"]["phone_number"] | null;
                    /** @description The beginning of one. */
                    name?: string | null;
                    /** @default 20 */
                    most?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["customer"][];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    erase_customer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Also of a record that was merged. */
                    id: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["forgotten"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    export_customer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Also of a record that was merged. */
                    id: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["personal_data"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    forget_before: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The first business date that is left as it is. */
                    before: components["schemas"]["date"];
                    /** @description Where the step before ended: its `next`. */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["forgotten"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    open_call: {
        parameters: {
            query?: never;
            header: {
                /** @description The same again gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    call: components["schemas"]["call"];
                    /**
                     * @description How long the answer is remembered, in seconds.
                     * @default 86400
                     */
                    keep?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["kept_call"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    change_call: {
        parameters: {
            query?: never;
            header: {
                /** @description The same again gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Any of the call's. */
                    contact: string;
                    /** @description A key for each thing that is done; `by` is the desk’s. */
                    change: {
                        [key: string]: unknown;
                    };
                    /** @description Kept if the change is made. */
                    messages?: components["schemas"]["message"][];
                    /**
                     * @description Messages whose text is written of the call.
                     * @default null
                     */
                    hand_overs?: unknown;
                    /**
                     * @description How long the answer is remembered, in seconds.
                     * @default 86400
                     */
                    keep?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["kept_call"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    find_call: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Any of the call's. */
                    contact: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["kept_call"] | null;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    find_calls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    restaurant?: string | null;
                    /** @description On which they were opened, by the restaurant's clocks. */
                    date?: components["schemas"]["date"] | null;
                    /** @description In place of a restaurant and a date. */
                    customer?: string | null;
                    /**
                     * @default descending
                     * @enum {unknown}
                     */
                    order?: "ascending" | "descending";
                    /** @default 50 */
                    limit?: number;
                    /** @description Where the page before ended: its `next`. */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["kept_calls"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    find_follow_ups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What is due then or before. */
                    until: components["schemas"]["instant"];
                    /** @default 100 */
                    limit?: number;
                    /** @description Where the page before ended: its `next`. */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["open_follow_ups"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    finish_follow_up: {
        parameters: {
            query?: never;
            header: {
                /** @description The same again gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact: string;
                    name: string;
                    /**
                     * @description How long the answer is remembered, in seconds.
                     * @default 86400
                     */
                    keep?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["kept_call"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    find_messages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What is due then or before. */
                    until: components["schemas"]["instant"];
                    /** @default 100 */
                    limit?: number;
                    /** @description Where the page before ended: its `next`. */
                    after?: string | null;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["due_messages"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    drop_messages: {
        parameters: {
            query?: never;
            header: {
                /** @description The same again gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    messages: components["schemas"]["message"][];
                    /**
                     * @description How long the answer is remembered, in seconds.
                     * @default 86400
                     */
                    keep?: number;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["dropped_messages"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    follow_agent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agent: string;
                    /** @description Of the agent event stream. */
                    records: unknown;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["followed_agent"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    find_agent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agent: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["kept_agent"] | null;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    call_tool: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    restaurant: string;
                    /** @description Its name: docs/tools.md. */
                    tool: string;
                    /** @description As the model wrote them. */
                    arguments?: unknown;
                    /** @description The contact, chat or connection; tokens are good within it. */
                    session: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            400: components["responses"]["400"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    get_api_openapi_json: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["400"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    get_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    get_api_sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        now: string;
                        isDevelopment: boolean;
                        issuer?: string;
                        client?: string;
                        scope?: string;
                    };
                };
            };
            400: components["responses"]["400"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    get_api_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        who: string;
                        /** @enum {unknown} */
                        role: "agent" | "supervisor" | "restaurant" | "guest";
                        restaurants: string[];
                        name: string;
                        /** Format: date-time */
                        expires: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    get_api_development_login: {
        parameters: {
            query: {
                as: "agent" | "supervisor" | "restaurant" | "guest";
                who?: string;
                restaurants?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            400: components["responses"]["400"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    get_api_restaurants_id_now: {
        parameters: {
            query?: never;
            header?: {
                /** @description ja, or en. */
                "Accept-Language"?: "ja" | "en";
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        restaurant: string;
                        name: string;
                        /** Format: date-time */
                        at: string;
                        zone: string;
                        /** @enum {unknown} */
                        status: "open" | "closed" | "unknown";
                        /** @description In words, in the language that was accepted: ja or en. */
                        say: string;
                        closesAt: string | null;
                        lastOrders: {
                            food: string | null;
                            drink: string | null;
                            entry: string | null;
                        };
                        nextOpening: string | null;
                        reason: string;
                        cause: string;
                        service: string | null;
                        /** @description A business date. */
                        businessDate: string;
                        holiday: string | null;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    get_api_restaurants_id_periods: {
        parameters: {
            query: {
                date: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        periods: components["schemas"]["period"][];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    get_api_calls_incoming: {
        parameters: {
            query: {
                dialled: string;
                caller?: string;
            };
            header?: {
                /** @description ja, or en. */
                "Accept-Language"?: "ja" | "en";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        restaurant: {
                            id: string;
                            name: string;
                            kana: string;
                            notes: string[];
                            lines: {
                                [key: string]: unknown;
                            }[];
                        };
                        now: {
                            restaurant: string;
                            name: string;
                            /** Format: date-time */
                            at: string;
                            zone: string;
                            /** @enum {unknown} */
                            status: "open" | "closed" | "unknown";
                            /** @description In words, in the language that was accepted: ja or en. */
                            say: string;
                            closesAt: string | null;
                            lastOrders: {
                                food: string | null;
                                drink: string | null;
                                entry: string | null;
                            };
                            nextOpening: string | null;
                            reason: string;
                            cause: string;
                            service: string | null;
                            /** @description A business date. */
                            businessDate: string;
                            holiday: string | null;
                        };
                        /** @description Whose book it is now; null where there is none. */
                        date: string | null;
                        caller: string | null;
                        customers: {
                            [key: string]: unknown;
                        }[];
                        bookings: components["schemas"]["kept_reservation"][];
                        followUps: {
                            [key: string]: unknown;
                        }[];
                        recentCalls: components["schemas"]["kept_call"][];
                        heard: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    get_api_outbound: {
        parameters: {
            query: {
                restaurant: string;
                number: string;
                choice?: string;
                lastCalled?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: string | null;
                        source?: string;
                        queue?: string | null;
                        label?: string;
                        passedOver: {
                            [key: string]: unknown;
                        }[];
                        why: {
                            ja: string;
                            en: string;
                        };
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    post_api_hours_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hours: string;
                    closed?: string;
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: {
                            kind: string;
                            /** @enum {unknown} */
                            weight: "note" | "doubt" | "loss";
                            message: string;
                            where: string;
                            words: string;
                            /** @enum {unknown} */
                            part: "open" | "close" | "";
                            dates: string[];
                        }[];
                        isComplete: boolean;
                        say: string;
                        month: {
                            /** @description A business date. */
                            date: string;
                            reason: string;
                            cause: string;
                            holiday: string | null;
                            eveOf: string | null;
                            openings: {
                                /** @enum {unknown} */
                                state: "open" | "unknown";
                                /** Format: date-time */
                                begins: string;
                                /** Format: date-time */
                                ends: string;
                                /** @description A business date. */
                                businessDate: string;
                                service: string | null;
                            }[];
                        }[];
                        rules: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    get_api_holidays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: {
                            /** @description A business date. */
                            date: string;
                            holiday: string | null;
                            eveOf: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    get_api_wrap_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policy: {
                            /** @enum {unknown} */
                            demand: "not_allowed" | "optional" | "required" | "required_with_data";
                            timer: {
                                limit: number;
                                extension: number;
                                extensions: number;
                            };
                            default_outcome: string;
                        };
                        catalogue: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    post_api_trials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    errands: {
                        [key: string]: unknown;
                    }[];
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answers: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    get_api_events: {
        parameters: {
            query?: {
                restaurant?: string;
                after?: string;
                nouns?: string;
            };
            header?: {
                /** @description Where a stream before ended. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    post_api_agents_snapshot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the snapshot: the same again changes nothing. */
                    id: string;
                    /** Format: date-time */
                    at: string;
                    status: {
                        name: string;
                        /** @enum {unknown} */
                        type: "routable" | "not_routable" | "offline";
                        /** Format: date-time */
                        since: string;
                    };
                    contacts?: {
                        id: string;
                        /** @enum {unknown} */
                        state: "INCOMING" | "PENDING" | "CONNECTING" | "CONNECTED" | "CONNECTED_ONHOLD" | "MISSED" | "REJECTED" | "ERROR" | "ENDED" | "PAUSED";
                        /** Format: date-time */
                        since: string;
                        queue?: string;
                        /** Format: date-time */
                        connected?: string;
                        /** @enum {unknown} */
                        initiation?: "INBOUND" | "OUTBOUND" | "TRANSFER" | "CALLBACK";
                    }[];
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["followed_agent"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            413: components["responses"]["413"];
            415: components["responses"]["415"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    get_api_agents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agents: {
                            agent: string;
                            name: string;
                            state: string;
                            since: string | null;
                            status: string | null;
                            times: {
                                [key: string]: unknown;
                            };
                            contacts: {
                                id: string;
                                state: string;
                                since: string | null;
                                queue: string | null;
                                restaurant: string | null;
                            }[];
                        }[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
    get_api_day: {
        parameters: {
            query: {
                date: string;
                restaurant?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A business date. */
                        date: string;
                        calls: number;
                        /** @description Of how many of them there are contact records. */
                        recorded: number;
                        figures: {
                            offered: number;
                            queued: number;
                            answered: number;
                            abandoned: number;
                            abandonedInFlow: number;
                            answeredInTime: number;
                            abandonedInTime: number;
                            speedOfAnswer: number | null;
                            handleTime: number | null;
                            serviceLevel: {
                                answeredOfAll: number | null;
                                withoutShortAbandons: number | null;
                                shortAbandonsAsAnswered: number | null;
                            };
                        };
                        outcomes: {
                            [key: string]: number;
                        };
                        /** @description 96, from midnight on. */
                        quarters: number[];
                        svg: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            410: components["responses"]["410"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
            503: components["responses"]["503"];
        };
    };
}
