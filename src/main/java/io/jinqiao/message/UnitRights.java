package io.jinqiao.message;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is registered on one unit, by kind of right. Whoever does not say whether there is one leaves it unknown: a missing flag never reads
 * as "none".
 *
 * @param holders whether those who were named hold it
 * @param states has every {@link Right}
 * @param firstRegisteredOn day of the unit's first registration (首次登记); null: it is not registered yet, or the registry does not say
 */
public record UnitRights(UnitNumber unitNumber, Holders holders, Map<Right, State> states, @Nullable LocalDate firstRegisteredOn) {

    /** Rights and restrictions that stand in the way of a mortgage. */
    public enum Right {
        /** 抵押 */
        MORTGAGE("mortgage"),
        /** 查封, those that wait behind another included (轮候查封) */
        SEIZURE("seizure"),
        /** 异议 */
        OBJECTION("objection"),
        /** 限制 */
        RESTRICTION("restriction"),
        /** 预告 */
        PRE_NOTICE("preNotice"),
        /** 居住权 */
        RESIDENCE("residence");

        private final String member;

        Right(String member) {
            this.member = member;
        }
    }

    public enum State {
        NONE,
        REGISTERED,
        /** 办理中: another case was accepted and is not in the register yet */
        IN_PROCESS,
        UNKNOWN
    }

    /** Whether the register names those who were said to hold it (名称、证件号、证号一致). */
    public enum Holders {
        MATCH,
        DIFFER,
        UNKNOWN
    }

    public UnitRights(UnitNumber unitNumber, Holders holders, Map<Right, State> states) {
        this(unitNumber, holders, states, null);
    }

    public UnitRights {
        Map<Right, State> all = new EnumMap<>(Right.class);
        Arrays.stream(Right.values()).forEach(right -> all.put(right, State.UNKNOWN));
        all.putAll(states);
        states = Collections.unmodifiableMap(all);
    }

    public State state(Right right) {
        return states.get(right);
    }

    static UnitRights read(Fields f) {
        UnitNumber unit = f.value("unitNumber", UnitNumber::new);
        Holders holders = f.optionalWord("holders", Holders.class);
        Map<Right, State> states = new EnumMap<>(Right.class);
        for (Right right : Right.values()) {
            State state = f.optionalWord(right.member, State.class);
            states.put(right, state == null ? State.UNKNOWN : state);
        }
        return new UnitRights(unit, holders == null ? Holders.UNKNOWN : holders, states, f.optionalDate("firstRegisteredOn"));
    }

    Content.Group content() {
        Content.GroupBuilder content = Content.group().put("unitNumber", unitNumber).put("holders", holders);
        states.forEach((right, state) -> content.put(right.member, state));
        return content.put("firstRegisteredOn", firstRegisteredOn).build();
    }
}
