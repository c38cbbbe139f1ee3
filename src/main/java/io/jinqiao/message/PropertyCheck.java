package io.jinqiao.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is anything registered, or about to be, that stands in the way of a mortgage (权属及限制查询)? Asked of the registry for a title or for units; changes
 * nothing. What may be concluded from the answer {@link Clearance} says.
 *
 * @param checkNo the centre's number of the question
 * @param areaCode county whose registry is asked (XZQDM), 6 digits
 * @param titleNo BDCQZH; null for a home not yet registered, then there are units
 * @param holders who is said to hold it; name and number must both be the register's
 */
public record PropertyCheck(
        String checkNo,
        String areaCode,
        @Nullable CertificateNumber titleNo,
        List<Unit> units,
        List<Holder> holders)
        implements CanonicalMessage {
    private static final int MANY = 50;

    /** @param unitNumber BDCDYH */
    public record Unit(UnitNumber unitNumber) {
        static Unit read(Fields f) {
            return new Unit(f.value("unitNumber", UnitNumber::new));
        }

        Content.Group content() {
            return Content.group().put("unitNumber", unitNumber).build();
        }
    }

    /** @param name QLRMC */
    public record Holder(String name, Identity identity) {
        static Holder read(Fields f) {
            return new Holder(f.text("name", 120), f.group("identity", Identity::read));
        }

        Content.Group content() {
            return Content.group().put("name", name).put("identity", identity.content()).build();
        }

        @Override
        public String toString() {
            return "holder " + identity;
        }
    }

    /**
     * What the register said.
     *
     * @param checkedAt state of the register; older than the question when the registry answers from a copy
     * @param units every unit of the title, or those asked for; one that is missing is not known
     */
    public record Answer(String checkNo, Instant checkedAt, List<UnitRights> units) {
        public Answer {
            units = List.copyOf(units);
        }

        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(f.text("checkNo", 32), f.instant("checkedAt"), f.rows("units", 0, MANY, UnitRights::read));
        }

        public Content.Group content() {
            return Content.group()
                    .put("checkNo", checkNo)
                    .put("checkedAt", checkedAt)
                    .rows("units", units.stream().map(UnitRights::content).toList())
                    .build();
        }
    }

    static PropertyCheck read(Fields f) {
        PropertyCheck read = new PropertyCheck(
                f.text("checkNo", 32),
                f.value("areaCode", Form::areaCode),
                f.optionalValue("titleNo", CertificateNumber::title),
                f.rows("units", 0, MANY, Unit::read),
                f.rows("holders", 1, 20, Holder::read));
        if (f.problems().isEmpty() && read.titleNo() == null && read.units().isEmpty()) {
            f.problem("titleNo", FailureCode.FIELD_MISSING);
            f.problem("units", FailureCode.FIELD_MISSING);
        }
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.PROPERTY_CHECK;
    }

    @Override
    public String businessKey() {
        return checkNo;
    }

    /** The registry is told of no loan: the question has a number of its own. */
    @Override
    public String subject() {
        return checkNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("checkNo", checkNo)
                .put("areaCode", areaCode)
                .put("titleNo", titleNo)
                .rows("units", units.stream().map(Unit::content).toList())
                .rows("holders", holders.stream().map(Holder::content).toList())
                .build();
    }
}
