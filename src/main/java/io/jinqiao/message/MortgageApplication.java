package io.jinqiao.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registration the branch prepared for the registry (抵押登记申请), in the one visit or later. The centre holds it until the loan is approved and
 * the contract in force, then sends it on by itself.
 *
 * @param requestNo the bank's number of the request
 * @param unitNumber BDCDYH
 * @param address DYWFWZL
 * @param titleNo title certificate (DYWQZH); null for a home not yet registered
 * @param earlierNo proof of registration a conversion, change or cancellation rests on; there exactly for those
 * @param mortgagee DYQR, by credit code
 * @param parties mortgagors, borrowers, developer
 * @param mortgageContractNo DBHTBH; null for a cancellation
 * @param claim null for a cancellation
 */
public record MortgageApplication(
        String requestNo,
        String applicationNo,
        Kind kind,
        @Nullable UnitNumber unitNumber,
        String address,
        @Nullable String titleNo,
        @Nullable String earlierNo,
        CreditCode mortgagee,
        List<Party> parties,
        @Nullable String mortgageContractNo,
        @Nullable Claim claim,
        List<AttachmentRef> attachments,
        String operatorNo)
        implements CanonicalMessage {

    /** What is to be registered (登记类别). */
    public enum Kind {
        /** purchase and mortgage pre-notice together (双预告) */
        DOUBLE_PRE_NOTICE,
        /** 首次登记 */
        MORTGAGE,
        /** 预告登记转抵押权登记 */
        CONVERSION,
        CHANGE,
        CANCELLATION
    }

    /** Where the request is. */
    public enum State {
        /** waits for approval and contract */
        HELD,
        /** on its way to the registry */
        FORWARDED
    }

    /**
     * The claim that is secured.
     *
     * @param amount BDBZZQSE
     * @param from ZWLXQSSJ
     * @param to ZWLXJSSJ
     * @param appraisal DYWPGJZ
     */
    public record Claim(Money amount, LocalDate from, LocalDate to, @Nullable Money appraisal) {
        static Claim read(Fields f) {
            Claim read = new Claim(f.money("amount"), f.date("from"), f.date("to"), f.optionalMoney("appraisal"));
            if (read.from() != null && read.to() != null && !read.to().isAfter(read.from())) {
                f.problem("to", FailureCode.FIELDS_DISAGREE, "from");
            }
            return read;
        }

        Content.Group content() {
            return Content.group()
                    .put("amount", amount)
                    .put("from", from)
                    .put("to", to)
                    .put("appraisal", appraisal)
                    .build();
        }
    }

    public record Missing(String kind) {
        static Missing read(Fields f) {
            return new Missing(f.text("kind", 40));
        }

        Content.Group content() {
            return Content.group()
                    .put("kind", kind)
                    .build();
        }
    }

    /**
     * The answer that takes it.
     *
     * @param registryNo the registry's case number (YWH), once it has one
     */
    public record Answer(String requestNo, State state, @Nullable String registryNo, List<Missing> missingAttachments) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(
                    f.text("requestNo", 32),
                    f.word("state", State.class),
                    f.optionalText("registryNo", 40),
                    f.rows("missingAttachments", 0, 50, Missing::read));
        }

        public Content.Group content() {
            return Content.group()
                    .put("requestNo", requestNo)
                    .put("state", state)
                    .put("registryNo", registryNo)
                    .rows("missingAttachments", missingAttachments.stream().map(Missing::content).toList())
                    .build();
        }
    }

    static MortgageApplication read(Fields f) {
        MortgageApplication read = new MortgageApplication(
                f.text("requestNo", 32),
                f.text("applicationNo", 32),
                f.word("kind", Kind.class),
                f.optionalValue("unitNumber", UnitNumber::new),
                f.text("address", 255),
                f.optionalText("titleNo", 60),
                f.optionalText("earlierNo", 60),
                f.value("mortgagee", CreditCode::new),
                f.rows("parties", 1, 20, Party::read),
                f.optionalText("mortgageContractNo", 40),
                f.optionalGroup("claim", Claim::read),
                f.rows("attachments", 0, 50, AttachmentRef::read),
                f.text("operatorNo", 20));
        if (read.kind() != null) {
            read.tellContradictions(f);
        }
        f.refuseProblems();
        return read;
    }

    private void tellContradictions(Fields f) {
        boolean first = kind == Kind.MORTGAGE || kind == Kind.DOUBLE_PRE_NOTICE;
        if (first == (earlierNo != null)) {
            f.problem("earlierNo", first ? FailureCode.FIELD_UNEXPECTED : FailureCode.FIELD_MISSING);
        }
        boolean ends = kind == Kind.CANCELLATION;
        if (ends == (claim != null)) {
            f.problem("claim", ends ? FailureCode.FIELD_UNEXPECTED : FailureCode.FIELD_MISSING);
        }
        if (!ends && mortgageContractNo == null) {
            f.problem("mortgageContractNo", FailureCode.FIELD_MISSING);
        }
        boolean readable = !parties.isEmpty() && parties.stream().allMatch(p -> p.role() != null);
        if (readable && parties.stream().noneMatch(p -> p.role() == Party.Role.MORTGAGOR)) {
            f.problem("parties", FailureCode.FIELD_MISSING);
        }
    }

    @Override
    public Operation operation() {
        return Operation.MORTGAGE_APPLICATION;
    }

    @Override
    public String businessKey() {
        return requestNo;
    }

    @Override
    public String subject() {
        return applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("requestNo", requestNo)
                .put("applicationNo", applicationNo)
                .put("kind", kind)
                .put("unitNumber", unitNumber)
                .put("address", address)
                .put("titleNo", titleNo)
                .put("earlierNo", earlierNo)
                .put("mortgagee", mortgagee)
                .rows("parties", parties.stream().map(Party::content).toList())
                .put("mortgageContractNo", mortgageContractNo)
                .put("claim", claim == null ? null : claim.content())
                .rows("attachments", attachments.stream().map(AttachmentRef::content).toList())
                .put("operatorNo", operatorNo)
                .build();
    }
}
