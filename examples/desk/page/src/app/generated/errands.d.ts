export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A restaurant as its telephone needs to know it. */
        "asked.restaurant": {
            id: string;
            name: string;
            /** @description The name's reading. */
            kana?: string;
            lines?: components["schemas"]["asked.phone_line"][];
            /**
             * @description A name of the IANA database.
             * @default Asia/Tokyo
             */
            zone?: string;
            holidays?: components["schemas"]["asked.own_holidays"];
            hours: components["schemas"]["asked.rules"];
            routing?: components["schemas"]["asked.routing"];
            /** @description For the agent to read. */
            notes?: string[];
            /** @description 系列, by whatever name its owner has for it. */
            chain?: string;
        };
        /** @description A number that callers dial to reach the restaurant. */
        "asked.phone_line": {
            number: components["schemas"]["asked.phone_number"];
            /** @description 予約, 代表 */
            label?: string;
        };
        /**
         * @description E.164, or as written in Japan: with hyphens, brackets, full-width digits.
         * @example +81312345678
         * @example 03-1234-5678
         * @example ０１２０－１２３－４５６
         */
        "asked.phone_number": string;
        /** @description Days on which its 祝日 differ from the country's. */
        "asked.own_holidays": {
            added?: {
                date: components["schemas"]["asked.date"];
                name: string;
            }[];
            removed?: components["schemas"]["asked.date"][];
        };
        /**
         * @description YYYY-MM-DD; the date must exist.
         * @example 2026-11-23
         */
        "asked.date": string;
        /** @description What a restaurant says of its hours. */
        "asked.rules": {
            rules: components["schemas"]["asked.rule"][];
            closings?: components["schemas"]["asked.regular_closing"][];
            choices?: components["schemas"]["asked.choices"];
        };
        /** @description On such days, this holds. Just one of services, unknown and closed. */
        "asked.rule": {
            /** @description What to call the reason: 貸切. */
            label?: string;
            when: components["schemas"]["asked.when"];
            /** @description In ascending order. */
            services?: components["schemas"]["asked.service"][];
            /** @description 不定休: nobody can say. When it may be open; none, if nothing is known of the date. */
            unknown?: components["schemas"]["asked.service"][];
            /** @constant */
            closed?: true;
        } & (unknown | unknown | unknown);
        /** @description A condition on dates. The narrowest rule that applies to a date wins. */
        "asked.when": ("every_day" | "holiday" | "holiday_eve" | "day_after_holiday") | ({
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
                from: components["schemas"]["asked.date"];
            };
        } | {
            /** @description Every year, both included, across New Year if need be. */
            season: {
                from: components["schemas"]["asked.month_day"];
                to: components["schemas"]["asked.month_day"];
            };
        } | {
            /** @description From one date to another, both included. */
            period: {
                from: components["schemas"]["asked.date"];
                to: components["schemas"]["asked.date"];
            };
        } | {
            dates: components["schemas"]["asked.date"][];
        } | {
            /** @description Every one of them holds. */
            all: components["schemas"]["asked.when"][];
        } | {
            /** @description At least one holds. */
            any: components["schemas"]["asked.when"][];
        } | {
            /** @description None holds. */
            none: components["schemas"]["asked.when"][];
        });
        /**
         * @description MM-DD; 02-29 comes in some years.
         * @example 12-31
         */
        "asked.month_day": string;
        /** @description 営業区分: one opening of a day. */
        "asked.service": {
            /** @description lunch, ディナー */
            name?: string;
            opens: components["schemas"]["asked.minute"];
            /** @description Past midnight it goes on counting: 26:00. */
            closes: components["schemas"]["asked.minute"];
            last_order?: components["schemas"]["asked.last_orders"];
        };
        /**
         * @description From midnight of the business date: 26:00 is two in the morning after.
         * @example 11:30
         * @example 26:00
         */
        "asked.minute": string;
        /** @description ラストオーダー */
        "asked.last_orders": {
            food?: components["schemas"]["asked.minute"];
            drink?: components["schemas"]["asked.minute"];
            /** @description 最終入店: when the last party is let in. */
            entry?: components["schemas"]["asked.minute"];
        };
        /** @description 定休日: closes, whatever seasons and 祝日 say; only rules for single dates go before it. */
        "asked.regular_closing": {
            label?: string;
            when: components["schemas"]["asked.when"];
            /** @default stays */
            on_holiday?: components["schemas"]["asked.on_holiday"];
            /** @description Names of those that close; left out, all do. */
            services?: string[];
            /**
             * @default closes
             * @enum {unknown}
             */
            effect?: "closes" | "may_close";
        };
        /** @description What becomes of a regular closing on a 祝日. */
        "asked.on_holiday": ("stays" | "dropped" | "next_day" | "next_weekday" | "next_business_day" | "previous_day" | "previous_or_next_day" | "some_following_day" | "unknown" | "day_after") | {
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
        "asked.choices": {
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
        "asked.routing": {
            /** @description The first that fits. */
            routes?: components["schemas"]["asked.route"][];
            otherwise: components["schemas"]["asked.destination"];
        };
        /** @description Where a call goes if everything that is said of it holds. */
        "asked.route": {
            label?: string;
            /** @description The business date. */
            when?: components["schemas"]["asked.when"];
            /** @description One of these; any, where there is none. */
            hours?: ("closed" | "open" | "unknown")[];
            /** @description The time of the business date. */
            between?: {
                from: components["schemas"]["asked.minute"];
                /** @description Not included; past midnight 24:00 to 48:00. */
                to: components["schemas"]["asked.minute"];
            };
            /** @description The number dialled. */
            line?: components["schemas"]["asked.phone_number"];
            caller?: components["schemas"]["asked.caller"];
            to: components["schemas"]["asked.destination"];
        };
        /** @description withheld whatever the reason, foreign, or one of these numbers. */
        "asked.caller": ("withheld" | "foreign") | {
            numbers: components["schemas"]["asked.phone_number"][];
        };
        /** @description What an IVR does with a call. */
        "asked.destination": {
            /** @description By name or ARN. */
            queue: string;
        } | {
            /** @description By name or alias ARN. */
            bot: string;
        } | {
            restaurant: components["schemas"]["asked.phone_number"];
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
        "asked.instant": string;
        /** @description Tables, and what can be joined of them. */
        "asked.floor_plan": {
            tables: components["schemas"]["asked.table"][];
            combinations?: components["schemas"]["asked.combination"][];
            chains?: components["schemas"]["asked.chain"][];
        };
        /** @description A table, a room, or one seat of a counter. */
        "asked.table": {
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
        "asked.combination": {
            tables: string[];
            least?: number;
            most: number;
            rank?: number;
        };
        /** @description Neighbours in a row, any run of which can be joined. */
        "asked.chain": {
            tables: string[];
            /** @description Of a run, in tables. */
            longest?: number;
            rank?: number;
        };
        /** @description How a restaurant takes reservations; spans of time in minutes, and furthest in days. */
        "asked.policy": {
            /**
             * @description Starts are at multiples of it from midnight.
             * @default 15
             */
            start_grid?: number;
            /** @description The first that fits a party holds. */
            turn_times?: components["schemas"]["asked.turn_time"][];
            /**
             * @description Of parties that no turn time fits.
             * @default 120
             */
            turn?: components["schemas"]["asked.turn"];
            /** @description A stay is cut at closing if this much is left of it. */
            shortest_stay?: number | null;
            /** @description To reset a table after a party. */
            buffer?: number;
            /** @description All of them hold. */
            pacing?: components["schemas"]["asked.pacing"][];
            lead_time?: number;
            /** @description All of them hold. */
            cut_offs?: components["schemas"]["asked.deadline"][];
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
            cancel_until?: components["schemas"]["asked.deadline"][];
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
            cancel_fees?: components["schemas"]["asked.cancel_fee"][];
            /** @description What guests owe who never came. */
            no_show_fee?: number | null;
        };
        /** @description How long some parties keep their table. */
        "asked.turn_time": {
            /**
             * @description Chairs of the party.
             * @default 999
             */
            most?: number;
            turn: components["schemas"]["asked.turn"];
            period?: string | null;
            course?: string | null;
        };
        /** @description Minutes, or to the end. */
        "asked.turn": number | "until_period_ends";
        /** @description The most that may arrive in any stretch of time as long as the span. */
        "asked.pacing": {
            /** @description Whose parties it limits and counts; all, where there is none. */
            channels?: ("phone" | "online" | "partner" | "bot" | "restaurant" | "walk_in")[];
            /** @default 15 */
            span?: number;
            period?: string | null;
            covers?: number | null;
            parties?: number | null;
            /** @description Of the starts that it limits and counts. */
            from?: components["schemas"]["asked.minute"] | null;
            /** @description Likewise, not included. */
            until?: components["schemas"]["asked.minute"] | null;
        };
        /** @description Until when something may be done about a start. */
        "asked.deadline": {
            minutes_before: number;
        } | {
            /** @description 前日17時まで is one day before at 17:00. */
            days_before: components["schemas"]["asked.days_before"];
        };
        /** @description So many days before, at a time. */
        "asked.days_before": {
            days: number;
            at: components["schemas"]["asked.minute"];
        };
        /** @description What a guest owes who cancels after a deadline. */
        "asked.cancel_fee": {
            after: components["schemas"]["asked.deadline"];
            /** @description Of what was agreed to be paid. */
            percent: number;
        };
        /** @description What new day books of a restaurant begin with. */
        "asked.book_template": {
            floor_plan: components["schemas"]["asked.floor_plan"];
            policy?: components["schemas"]["asked.policy"];
        };
        /** @description Something to send. */
        "asked.message": {
            /** @description Whoever receives it knows it by this: it may come twice. */
            id: string;
            due: components["schemas"]["asked.instant"];
            /** @description The sender's words: mail, line, sms. */
            channel?: string;
            to?: string;
            text?: string;
        };
        /** @description Somebody who calls, and what became of their bookings. */
        "asked.customer": {
            id: string;
            name?: string;
            /** @description The name's reading. */
            kana?: string;
            aliases?: string[];
            phones?: components["schemas"]["asked.phone_number"][];
            email?: string;
            /** @description Of records that were merged into this one. */
            other_emails?: string[];
            visits?: components["schemas"]["asked.visit"][];
            tags?: string[];
            allergies?: string[];
            preferences?: string[];
            notes?: string;
            /** @description Records that are this one now. */
            merged?: string[];
        };
        /** @description What became of a booking. */
        "asked.visit": {
            restaurant: string;
            booking: string;
            /** @description The business date. */
            date: components["schemas"]["asked.date"];
            covers?: number;
            /** @enum {unknown} */
            outcome: "waiting" | "booked" | "cancelled" | "no_show" | "visited";
        };
        /** @description A call at the desk, and all that was typed during it. Its state is what its occurrences make of it. */
        "asked.call": {
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
            dialled?: components["schemas"]["asked.phone_number"] | null;
            restaurant?: string | null;
            customer?: string | null;
            agent?: string | null;
            /** @description Why they may be calling, for the agent to see while it rings. */
            reasons?: components["schemas"]["asked.call_reason"][];
            notes?: string;
            /** @description What is being typed; may be incomplete, and wrong. */
            drafts?: components["schemas"]["asked.disposition"][];
            /** @description That the call led to. */
            booking?: string | null;
            /** @description What was promised. */
            callback?: components["schemas"]["asked.promised_callback"] | null;
            record?: components["schemas"]["asked.disposition_record"] | null;
            /** @description Of wrap-up, so far. */
            extensions?: number;
            /** @description What happened to it; none twice. Wrap-up is completed or expires by the desk alone. */
            occurrences?: components["schemas"]["asked.call_occurrence"][];
        };
        /** @description One guess why somebody calls. */
        "asked.call_reason": {
            /** @enum {unknown} */
            kind: "booking_today" | "booking_ahead" | "booking_past" | "called_before" | "callback_promised" | "missed_by_us";
            booking?: string | null;
            /** @description For the agent: 19時 4名様. */
            words?: string;
        };
        /** @description One thing that a call was about. */
        "asked.disposition": {
            code: string;
            fields?: {
                [key: string]: components["schemas"]["asked.field_value"];
            };
            note?: string;
        };
        /** @description The type of the field, and what stands in it. */
        "asked.field_value": {
            text: string;
        } | {
            choice: string;
        } | {
            multi_choice: string[];
        } | {
            date_time: components["schemas"]["asked.instant"];
        } | {
            phone: components["schemas"]["asked.phone_number"];
        } | {
            booking: string;
        } | {
            photo: string;
        };
        /** @description 折り返しの約束 */
        "asked.promised_callback": {
            number: components["schemas"]["asked.phone_number"];
            at: components["schemas"]["asked.instant"];
            by: string;
        };
        /** @description What a call was about, as recorded. */
        "asked.disposition_record": {
            catalogue_version: string;
            dispositions: components["schemas"]["asked.disposition"][];
            by: string;
            at: components["schemas"]["asked.instant"];
            /** @description Typed, and not fit to be recorded when the time was up. */
            unfinished?: components["schemas"]["asked.disposition"][];
            /** @description The oldest first. */
            amendments?: components["schemas"]["asked.amendment"][];
        };
        /** @description What stood before an amendment. */
        "asked.amendment": {
            /** @description Who replaced it. */
            by: string;
            at: components["schemas"]["asked.instant"];
            reason?: string;
            before: components["schemas"]["asked.disposition"][];
        };
        /** @description Something that happened to a call. */
        "asked.call_occurrence": {
            id: string;
            /** @enum {unknown} */
            event: "answered" | "held" | "resumed" | "ended" | "missed" | "rejected" | "failed" | "contact_gone" | "wrap_up_completed" | "wrap_up_expired";
            at: components["schemas"]["asked.instant"];
        };
        /** @description What Amazon Connect says of a contact that is over (once called CTR): one leg of a call. */
        "asked.contact_record": {
            id: string;
            /** @description Of two records of a contact the newer holds. */
            updated: components["schemas"]["asked.instant"];
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
            initiated: components["schemas"]["asked.instant"] | null;
            /** @description Of a contact that dials out, when the customer answered. */
            connected_to_system: components["schemas"]["asked.instant"] | null;
            disconnected: components["schemas"]["asked.instant"] | null;
            /** @description When a number outside was reached. */
            transferred: components["schemas"]["asked.instant"] | null;
            scheduled: components["schemas"]["asked.instant"] | null;
            /** @description Amazon Connect's word; old records have none. */
            disconnect_reason: string;
            /** @description E.164, or why none is shown (`by_caller`, …); null where none can be told. */
            customer: string | null;
            /** @description The number dialled, or shown to whom we called. */
            line: components["schemas"]["asked.phone_number"] | null;
            transferred_to: components["schemas"]["asked.phone_number"] | null;
            /** @description As it stands; may be empty. */
            customer_address: string;
            queue: components["schemas"]["asked.recorded_queue"] | null;
            agent: components["schemas"]["asked.recorded_agent"] | null;
            /** @description How often it was offered to an agent. */
            connection_attempts: number;
            recordings: components["schemas"]["asked.recording"][];
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
        "asked.recorded_queue": {
            queue: components["schemas"]["asked.queue"];
            enqueued: components["schemas"]["asked.instant"] | null;
            /** @description The agent connected, or the contact left. */
            dequeued: components["schemas"]["asked.instant"] | null;
        };
        /** @description A queue as Amazon Connect names it. */
        "asked.queue": {
            arn: string;
            /** @description Empty for an agent's own. */
            name: string;
        };
        /** @description An agent's part in a contact; null where Amazon Connect has not said it. */
        "asked.recorded_agent": {
            agent: string;
            username: string;
            /** @description Its name; may be empty. */
            routing_profile: string;
            connected: components["schemas"]["asked.instant"] | null;
            after_contact_work_from: components["schemas"]["asked.instant"] | null;
            after_contact_work_until: components["schemas"]["asked.instant"] | null;
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
        "asked.recording": {
            /** @description Of Amazon S3; empty where the record does not say. */
            bucket: string;
            key: string;
            /** @enum {unknown} */
            status: "available" | "deleted" | "unknown";
            /** @description Amazon Connect's word: AUDIO, VIDEO, CHAT; may be empty. */
            media: string;
            /** @description Whose voice: ALL, AGENT, CUSTOMER, …; may be empty. */
            participant: string;
            from: components["schemas"]["asked.instant"] | null;
            until: components["schemas"]["asked.instant"] | null;
            /** @description May be empty. */
            deletion_reason: string;
        };
        /** @description How much a session may do; what is left out is as by default of the actor. */
        "asked.tool_limits": {
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
        /** @description What new day books of a restaurant begin with. */
        book_template: {
            floor_plan: components["schemas"]["floor_plan"];
            policy?: components["schemas"]["policy"];
        };
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
        /**
         * @description With its offset.
         * @example 2026-11-23T19:05:00+09:00
         * @example 2026-11-23T10:05:00.000Z
         */
        instant: string;
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
        /** @description A code and what belongs to it. One that is a group of others can't be recorded. */
        "catalogue.catalogue_entry": {
            /** @description Words joined by dots, the widest first: booking.change. */
            code: string;
            label: components["schemas"]["catalogue.label"];
            /**
             * @default current
             * @enum {unknown}
             */
            standing?: "current" | "retired";
            fields?: components["schemas"]["catalogue.field"][];
            follow_ups?: components["schemas"]["catalogue.follow_up"][];
        };
        /** @description How it is called on the agents' screen. */
        "catalogue.label": {
            ja: string;
            en?: string;
        };
        /** @description What an agent is asked about a code. */
        "catalogue.field": {
            key: string;
            label: components["schemas"]["catalogue.label"];
            /** @enum {unknown} */
            type: "text" | "choice" | "multi_choice" | "date_time" | "phone" | "booking" | "photo";
            /**
             * @default optional
             * @enum {unknown}
             */
            requirement?: "optional" | "required";
            /** @description Of a choice or multi_choice, and of nothing else. */
            choices?: components["schemas"]["catalogue.choice"][];
        };
        /** @description One of the values that a field offers. */
        "catalogue.choice": {
            code: string;
            label: components["schemas"]["catalogue.label"];
        };
        /** @description What has to be done after such a call. */
        "catalogue.follow_up": {
            /** @description 申し送り */
            tell_restaurant: {
                within_minutes: number;
            };
        } | {
            /** @description 折り返し at the time that stands in this field. */
            call_back_at: string;
        } | {
            /** @description Somebody above the agent must hear of it. */
            escalate: {
                to: string;
                within_minutes: number;
            };
        };
        /**
         * Catalogue
         * @description What a centre records calls with.
         * @example {
         *       "version": "2026-11",
         *       "entries": [
         *         {
         *           "code": "lost_property",
         *           "label": {
         *             "ja": "忘れ物",
         *             "en": "Lost property"
         *           },
         *           "fields": [
         *             {
         *               "key": "item",
         *               "label": {
         *                 "ja": "品物"
         *               },
         *               "type": "text",
         *               "requirement": "required"
         *             },
         *             {
         *               "key": "where",
         *               "label": {
         *                 "ja": "場所"
         *               },
         *               "type": "choice",
         *               "choices": [
         *                 {
         *                   "code": "table",
         *                   "label": {
         *                     "ja": "席"
         *                   }
         *                 },
         *                 {
         *                   "code": "cloakroom",
         *                   "label": {
         *                     "ja": "クローク"
         *                   }
         *                 }
         *               ]
         *             },
         *             {
         *               "key": "call_at",
         *               "label": {
         *                 "ja": "折り返し"
         *               },
         *               "type": "date_time"
         *             }
         *           ],
         *           "follow_ups": [
         *             {
         *               "tell_restaurant": {
         *                 "within_minutes": 20
         *               }
         *             },
         *             {
         *               "call_back_at": "call_at"
         *             }
         *           ]
         *         },
         *         {
         *           "code": "complaint",
         *           "label": {
         *             "ja": "ご意見"
         *           },
         *           "follow_ups": [
         *             {
         *               "escalate": {
         *                 "to": "責任者",
         *                 "within_minutes": 15
         *               }
         *             }
         *           ]
         *         },
         *         {
         *           "code": "fax",
         *           "label": {
         *             "ja": "ファクス"
         *           },
         *           "standing": "retired"
         *         }
         *       ]
         *     }
         */
        Catalogue: {
            /** @description Records carry it. */
            version: string;
            /** @description In the order in which they are shown. */
            entries: components["schemas"]["catalogue.catalogue_entry"][];
        };
        Asked: {
            /** @description Keeps a restaurant in place of what was kept, found by its id and each of its lines. */
            put_restaurant: {
                restaurant: components["schemas"]["asked.restaurant"];
                /** @description As it was read: then only what is otherwise in the form is changed. */
                was?: components["schemas"]["asked.restaurant"] | null;
                /** @description The same again gets the same answer. */
                key?: string;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
                /**
                 * @description How long the answer is remembered, in seconds.
                 * @default 86400
                 */
                keep?: number;
            };
            /** @description A restaurant by its id or a number dialled. */
            find_restaurant: {
                id?: string | null;
                /** @description The number dialled, in any form. */
                number?: components["schemas"]["asked.phone_number"] | null;
            };
            /** @description What new day books of a restaurant begin with. */
            put_book_template: {
                restaurant: string;
                floor_plan: components["schemas"]["asked.floor_plan"];
                policy?: components["schemas"]["asked.policy"];
                /** @description As it was read: then only what is otherwise in the form is changed. */
                was?: components["schemas"]["asked.book_template"] | null;
                /** @description The same again gets the same answer. */
                key?: string;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
                /**
                 * @description How long the answer is remembered, in seconds.
                 * @default 86400
                 */
                keep?: number;
            };
            /** @description What new day books of a restaurant begin with. */
            find_book_template: {
                restaurant: string;
            };
            /** @description Takes, changes, moves or ends a reservation, or blocks a table. */
            decide: {
                /** @description May be left out where the command names its booking. */
                restaurant?: string | null;
                /** @description The business date; likewise. */
                date?: components["schemas"]["asked.date"] | null;
                /** @description With `by.key` and `by.now`. */
                command: unknown;
                /** @description Kept if the book takes the command. */
                messages?: components["schemas"]["asked.message"][];
                /**
                 * @description How long the answer is remembered, in seconds.
                 * @default 86400
                 */
                keep?: number;
            };
            /** @description Moves a reservation to another date: out of one book and into the other at once. */
            move_booking: {
                /** @description The business date that it moves to. */
                date: components["schemas"]["asked.date"];
                /** @description A `change`, with `by.key` and `by.now`. */
                command: unknown;
                /** @description Kept if the reservation moves. */
                messages?: components["schemas"]["asked.message"][];
                /**
                 * @description How long the answer is remembered, in seconds.
                 * @default 86400
                 */
                keep?: number;
            };
            /** @description Replaces a book's floor plan, policy or periods. */
            edit_day_book: {
                restaurant: string;
                /** @description The business date. */
                date: components["schemas"]["asked.date"];
                /** @description With `by.key` and `by.now`. */
                edit: unknown;
                /**
                 * @description How long the answer is remembered, in seconds.
                 * @default 86400
                 */
                keep?: number;
            };
            /** @description Brings kept books up to their restaurant's hours and template, and says whom it hurts. */
            refresh_day_books: {
                restaurant: string;
                /** @description The first business date. */
                from: components["schemas"]["asked.date"];
                /**
                 * @description Books at a time.
                 * @default 20
                 */
                limit?: number;
                /** @description Where the page before ended: its `next`. */
                after?: components["schemas"]["asked.date"] | null;
                /** @description The same again gets the same answer. */
                key?: string;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
                /**
                 * @description How long the answer is remembered, in seconds.
                 * @default 86400
                 */
                keep?: number;
            };
            /** @description The business date whose book a moment belongs to. */
            business_date: {
                restaurant: string;
                /** @description The moment. */
                now: components["schemas"]["asked.instant"];
            };
            /** @description Every start on the grid for a party. */
            availability: {
                restaurant: string;
                /** @description The business date. */
                date: components["schemas"]["asked.date"];
                question: unknown;
            };
            /** @description What each of some dates has for a party: a calendar of vacancies. */
            vacancies: {
                restaurant: string;
                /** @description The first business date. */
                from: components["schemas"]["asked.date"];
                /** @description The last: up to 31 dates. */
                to: components["schemas"]["asked.date"];
                /** @description As of `availability`. */
                question: unknown;
            };
            /** @description Whether a party can come; if not, why, and what it could have instead. */
            propose: {
                restaurant: string;
                /** @description The business date. */
                date: components["schemas"]["asked.date"];
                question: unknown;
                /** @description Dates to look at too. */
                other_days?: components["schemas"]["asked.date"][];
            };
            /** @description Who was to be there by now, and is not, the latest first. */
            late_parties: {
                restaurant: string;
                /** @description The business date. */
                date: components["schemas"]["asked.date"];
                question: unknown;
            };
            /** @description Who waits, whoever has waited longest first, and what they could have now. */
            waiting_list: {
                restaurant: string;
                /** @description The business date. */
                date: components["schemas"]["asked.date"];
                question: unknown;
            };
            /** @description Answers Google's BatchAvailabilityLookup. */
            google_batch_availability_lookup: {
                /** @description As Google sends it. */
                request: unknown;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
            };
            /** @description Answers Google's CreateBooking, once for an idempotency_token. */
            google_create_booking: {
                /** @description As Google sends it. */
                request: unknown;
                /** @description For the new booking. */
                id: string;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
            };
            /** @description Answers Google's UpdateBooking, also to another date. */
            google_update_booking: {
                /** @description As Google sends it. */
                request: unknown;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
            };
            /** @description Answers Google's GetBookingStatus. */
            google_booking_status: {
                /** @description As Google sends it. */
                request: unknown;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
            };
            /** @description Answers Google's ListBookings: a user's, from yesterday on. */
            google_list_bookings: {
                /** @description As Google sends it. */
                request: unknown;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
            };
            /** @description A book as it is kept, or as it would begin. */
            find_day_book: {
                restaurant: string;
                /** @description The business date. */
                date: components["schemas"]["asked.date"];
            };
            /** @description Where a reservation stands, and how. */
            find_booking: {
                id: string;
            };
            /** @description Reservations of some dates, of one restaurant or all, by a number or of a customer. */
            list_bookings: {
                /** @description Of all, where it is left out. */
                restaurant?: string | null;
                /** @description That was given for them, in any form. */
                phone?: components["schemas"]["asked.phone_number"] | null;
                /** @description Whose they are; alone, but for dates. */
                customer?: string | null;
                /** @description The first business date; may be left out by phone or customer. */
                from?: components["schemas"]["asked.date"] | null;
                /** @description The last; likewise. */
                to?: components["schemas"]["asked.date"] | null;
                /** @default 50 */
                limit?: number;
                /** @description Where the page before ended: its `next`. */
                after?: string | null;
            };
            /** @description Every restaurant, by id. */
            list_restaurants: {
                /** @default 50 */
                limit?: number;
                /** @description Where the page before ended: its `next`. */
                after?: string | null;
            };
            /** @description Every customer, or who has a number, or one of whose names begins so. */
            list_customers: {
                /** @description In any form. All, where this and a name are left out. */
                phone?: components["schemas"]["asked.phone_number"] | null;
                /** @description The beginning of one. */
                name?: string | null;
                /** @default 50 */
                limit?: number;
                /** @description Where the page before ended: its `next`. */
                after?: string | null;
            };
            /** @description Customers who share a number or a name, in pairs: who may be one. */
            list_duplicates: {
                /**
                 * @description How many customers are looked at.
                 * @default 20
                 */
                limit?: number;
                /** @description Where the page before ended: its `next`. */
                after?: string | null;
            };
            /** @description Keeps a customer in place of what was kept, but for visits, of which none is lost. */
            put_customer: {
                customer: components["schemas"]["asked.customer"];
                /** @description As it was read: then only what is otherwise in the form is changed. */
                was?: components["schemas"]["asked.customer"] | null;
                /** @description The same again gets the same answer. */
                key?: string;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
                /**
                 * @description How long the answer is remembered, in seconds.
                 * @default 86400
                 */
                keep?: number;
            };
            /** @description Makes one record of two: both histories. */
            merge_customers: {
                keep_id: string;
                absorb_id: string;
                /** @description Who sees to it. */
                who?: string;
                /** @description The same again gets the same answer. */
                key?: string;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
                /**
                 * @description How long the answer is remembered, in seconds.
                 * @default 86400
                 */
                keep?: number;
            };
            /** @description Takes the last merge of a record back: two records, each with its own history. */
            unmerge_customers: {
                /** @description Of the record that was merged. */
                id: string;
                /** @description The same again gets the same answer. */
                key?: string;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
                /**
                 * @description How long the answer is remembered, in seconds.
                 * @default 86400
                 */
                keep?: number;
            };
            /** @description A customer by id. */
            find_customer: {
                /** @description Also of a record that was merged. */
                id: string;
            };
            /** @description Whoever has a number, or one of whose names begins so: at most 100. `list_customers` has all of them. */
            find_customers: {
                /** @description In any form. */
                phone?: components["schemas"]["asked.phone_number"] | null;
                /** @description The beginning of one. */
                name?: string | null;
                /** @default 20 */
                most?: number;
            };
            /** @description One step of forgetting a customer: asked again until it is done. */
            erase_customer: {
                /** @description Also of a record that was merged. */
                id: string;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
            };
            /** @description All that is kept of a customer. */
            export_customer: {
                /** @description Also of a record that was merged. */
                id: string;
            };
            /** @description One step of forgetting the people of dates before one: asked again until it is done. */
            forget_before: {
                /** @description The first business date that is left as it is. */
                before: components["schemas"]["asked.date"];
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
                /** @description Where the step before ended: its `next`. */
                after?: string | null;
            };
            /** @description Keeps a call from now on; one that is kept is left as it is. */
            open_call: {
                call: components["schemas"]["asked.call"];
                /** @description The same again gets the same answer. */
                key?: string;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
                /**
                 * @description How long the answer is remembered, in seconds.
                 * @default 86400
                 */
                keep?: number;
            };
            /** @description Changes a call, and keeps what has to be done after it. */
            change_call: {
                /** @description Any of the call's. */
                contact: string;
                /** @description A key for each thing that is done. */
                change: unknown;
                /** @description Kept if the change is made. */
                messages?: components["schemas"]["asked.message"][];
                /**
                 * @description Messages whose text is written of the call.
                 * @default null
                 */
                hand_overs?: unknown;
                /**
                 * @description What the restaurant has otherwise than the catalogue.
                 * @default null
                 */
                catalogue?: unknown;
                /** @description The same again gets the same answer. */
                key?: string;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
                /**
                 * @description How long the answer is remembered, in seconds.
                 * @default 86400
                 */
                keep?: number;
            };
            /** @description The call that a contact is of. */
            find_call: {
                /** @description Any of the call's. */
                contact: string;
            };
            /** @description A restaurant's calls of one date, or a customer's. */
            find_calls: {
                restaurant?: string | null;
                /** @description On which they were opened, by the restaurant's clocks. */
                date?: components["schemas"]["asked.date"] | null;
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
            /** @description What is to be done after calls, by when. */
            find_follow_ups: {
                /** @description What is due then or before. */
                until: components["schemas"]["asked.instant"];
                /** @default 100 */
                limit?: number;
                /** @description Where the page before ended: its `next`. */
                after?: string | null;
            };
            /** @description Notes that something was done after a call. */
            finish_follow_up: {
                contact: string;
                name: string;
                /** @description The agent who did it. */
                by: string;
                /** @description The same again gets the same answer. */
                key?: string;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
                /**
                 * @description How long the answer is remembered, in seconds.
                 * @default 86400
                 */
                keep?: number;
            };
            /** @description What is to be sent, by when. */
            find_messages: {
                /** @description What is due then or before. */
                until: components["schemas"]["asked.instant"];
                /** @default 100 */
                limit?: number;
                /** @description Where the page before ended: its `next`. */
                after?: string | null;
            };
            /** @description Forgets messages that were sent. */
            drop_messages: {
                messages: components["schemas"]["asked.message"][];
                /** @description The same again gets the same answer. */
                key?: string;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
                /**
                 * @description How long the answer is remembered, in seconds.
                 * @default 86400
                 */
                keep?: number;
            };
            /** @description Adds records of one agent; twice or late they change nothing. */
            follow_agent: {
                agent: string;
                /** @description Of the agent event stream. */
                records: unknown;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
            };
            /** @description Adds contact records to their call; twice or late they change nothing. */
            add_contact_records: {
                /** @description Of one call. */
                records: components["schemas"]["asked.contact_record"][];
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
                /**
                 * @description How long they are kept after the call's first, in seconds.
                 * @default 63158400
                 */
                keep?: number;
            };
            /** @description What an agent is doing, and how long they did what. */
            find_agent: {
                agent: string;
                /** @description No earlier than the latest event. */
                now: components["schemas"]["asked.instant"];
            };
            /** @description Keeps a conversation between two turns, beside what was kept of it after others. */
            keep_conversation: {
                /** @description As a turn gave it. */
                conversation: unknown;
                /** @description When it is asked. */
                now: components["schemas"]["asked.instant"];
                /**
                 * @description In seconds.
                 * @default 3600
                 */
                keep?: number;
            };
            /** @description A conversation as it was kept, last or after so many turns. */
            find_conversation: {
                /** @description Of the contact or the chat. */
                id: string;
                /** @description After how many; else after the last. */
                turns?: number | null;
            };
            /** @description Calls a tool for a language model. */
            call_tool: {
                restaurant: string;
                /** @description Its name: docs/tools.md. */
                tool: string;
                /** @description As the model wrote them. */
                arguments?: unknown;
                /** @description The contact, chat or connection; tokens are good within it. */
                session: string;
                /**
                 * @description For whom the model speaks.
                 * @default guest
                 * @enum {unknown}
                 */
                actor?: "guest" | "agent" | "restaurant";
                /** @description An agent's or a member of staff's name or id. */
                who?: string;
                /** @description That the call shows; whoever runs the model has seen it. */
                phone?: components["schemas"]["asked.phone_number"] | null;
                limits?: components["schemas"]["asked.tool_limits"];
                /** @description When it is called. */
                now: components["schemas"]["asked.instant"];
            };
        };
        Answered: {
            /** @description Keeps a restaurant in place of what was kept, found by its id and each of its lines. */
            put_restaurant: components["schemas"]["restaurant"];
            /** @description A restaurant by its id or a number dialled. */
            find_restaurant: components["schemas"]["restaurant"] | null;
            /** @description What new day books of a restaurant begin with. */
            put_book_template: components["schemas"]["book_template"];
            /** @description What new day books of a restaurant begin with. */
            find_book_template: components["schemas"]["book_template"] | null;
            /** @description Takes, changes, moves or ends a reservation, or blocks a table. */
            decide: components["schemas"]["kept_decision"];
            /** @description Moves a reservation to another date: out of one book and into the other at once. */
            move_booking: components["schemas"]["kept_decision"];
            /** @description Replaces a book's floor plan, policy or periods. */
            edit_day_book: components["schemas"]["kept_edit"];
            /** @description Brings kept books up to their restaurant's hours and template, and says whom it hurts. */
            refresh_day_books: components["schemas"]["refreshed_books"];
            /** @description The business date whose book a moment belongs to. */
            business_date: components["schemas"]["business_date"];
            /** @description Every start on the grid for a party. */
            availability: components["schemas"]["slot"][];
            /** @description What each of some dates has for a party: a calendar of vacancies. */
            vacancies: components["schemas"]["vacancy"][];
            /** @description Whether a party can come; if not, why, and what it could have instead. */
            propose: components["schemas"]["proposal"];
            /** @description Who was to be there by now, and is not, the latest first. */
            late_parties: components["schemas"]["late_party"][];
            /** @description Who waits, whoever has waited longest first, and what they could have now. */
            waiting_list: components["schemas"]["waiting_party"][];
            /** @description Answers Google's BatchAvailabilityLookup. */
            google_batch_availability_lookup: unknown;
            /** @description Answers Google's CreateBooking, once for an idempotency_token. */
            google_create_booking: unknown;
            /** @description Answers Google's UpdateBooking, also to another date. */
            google_update_booking: unknown;
            /** @description Answers Google's GetBookingStatus. */
            google_booking_status: unknown;
            /** @description Answers Google's ListBookings: a user's, from yesterday on. */
            google_list_bookings: unknown;
            /** @description A book as it is kept, or as it would begin. */
            find_day_book: components["schemas"]["day_book"];
            /** @description Where a reservation stands, and how. */
            find_booking: components["schemas"]["kept_reservation"] | null;
            /** @description Reservations of some dates, of one restaurant or all, by a number or of a customer. */
            list_bookings: components["schemas"]["listed_bookings"];
            /** @description Every restaurant, by id. */
            list_restaurants: components["schemas"]["listed_restaurants"];
            /** @description Every customer, or who has a number, or one of whose names begins so. */
            list_customers: components["schemas"]["listed_customers"];
            /** @description Customers who share a number or a name, in pairs: who may be one. */
            list_duplicates: components["schemas"]["listed_duplicates"];
            /** @description Keeps a customer in place of what was kept, but for visits, of which none is lost. */
            put_customer: components["schemas"]["customer"];
            /** @description Makes one record of two: both histories. */
            merge_customers: components["schemas"]["customer"];
            /** @description Takes the last merge of a record back: two records, each with its own history. */
            unmerge_customers: components["schemas"]["unmerged_customers"];
            /** @description A customer by id. */
            find_customer: components["schemas"]["customer"] | null;
            /** @description Whoever has a number, or one of whose names begins so: at most 100. `list_customers` has all of them. */
            find_customers: components["schemas"]["customer"][];
            /** @description One step of forgetting a customer: asked again until it is done. */
            erase_customer: components["schemas"]["forgotten"];
            /** @description All that is kept of a customer. */
            export_customer: components["schemas"]["personal_data"];
            /** @description One step of forgetting the people of dates before one: asked again until it is done. */
            forget_before: components["schemas"]["forgotten"];
            /** @description Keeps a call from now on; one that is kept is left as it is. */
            open_call: components["schemas"]["kept_call"];
            /** @description Changes a call, and keeps what has to be done after it. */
            change_call: components["schemas"]["kept_call"];
            /** @description The call that a contact is of. */
            find_call: components["schemas"]["kept_call"] | null;
            /** @description A restaurant's calls of one date, or a customer's. */
            find_calls: components["schemas"]["kept_calls"];
            /** @description What is to be done after calls, by when. */
            find_follow_ups: components["schemas"]["open_follow_ups"];
            /** @description Notes that something was done after a call. */
            finish_follow_up: components["schemas"]["kept_call"];
            /** @description What is to be sent, by when. */
            find_messages: components["schemas"]["due_messages"];
            /** @description Forgets messages that were sent. */
            drop_messages: components["schemas"]["dropped_messages"];
            /** @description Adds records of one agent; twice or late they change nothing. */
            follow_agent: components["schemas"]["followed_agent"];
            /** @description Adds contact records to their call; twice or late they change nothing. */
            add_contact_records: components["schemas"]["added_records"];
            /** @description What an agent is doing, and how long they did what. */
            find_agent: components["schemas"]["kept_agent"] | null;
            /** @description Keeps a conversation between two turns, beside what was kept of it after others. */
            keep_conversation: components["schemas"]["conversation_kept"];
            /** @description A conversation as it was kept, last or after so many turns. */
            find_conversation: unknown | null;
            /** @description Calls a tool for a language model. */
            call_tool: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
