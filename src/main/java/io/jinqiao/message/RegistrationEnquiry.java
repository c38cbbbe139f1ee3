package io.jinqiao.message;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where is a case at the registry (办理进度查询)? Finds what a lost notice would have told; changes nothing. Unlike {@link StatusEnquiry} it asks
 * about the business, not about a message.
 *
 * @param enquiryNo the centre's number of the question
 * @param registryNo null while no receipt came
 */
public record RegistrationEnquiry(String enquiryNo, String caseNo, @Nullable String registryNo)
        implements CanonicalMessage {

    /**
     * @param happenedAt when it came into this state
     * @param reason there for states that need one
     * @param entry once it is registered
     */
    public record Answer(
            String caseNo,
            String registryNo,
            RegistrationState state,
            Instant happenedAt,
            @Nullable String reason,
            @Nullable LocalDate dueOn,
            @Nullable RegisterEntry entry) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            Answer read = new Answer(
                    f.text("caseNo", 32),
                    f.text("registryNo", 50),
                    f.word("state", RegistrationState.class),
                    f.instant("happenedAt"),
                    f.optionalText("reason", 500),
                    f.optionalDate("dueOn"),
                    f.optionalGroup("entry", RegisterEntry::read));
            if (read.state() != null) {
                RegistrationStatus.tellContradictions(read.state(), read.reason(), read.dueOn(), f);
                if (read.entry() != null && read.state() != RegistrationState.REGISTERED) {
                    f.problem("entry", FailureCode.FIELD_UNEXPECTED);
                }
            }
            return read;
        }

        public Content.Group content() {
            return Content.group()
                    .put("caseNo", caseNo)
                    .put("registryNo", registryNo)
                    .put("state", state)
                    .put("happenedAt", happenedAt)
                    .put("reason", reason)
                    .put("dueOn", dueOn)
                    .put("entry", entry == null ? null : entry.content())
                    .build();
        }
    }

    static RegistrationEnquiry read(Fields f) {
        RegistrationEnquiry read =
                new RegistrationEnquiry(f.text("enquiryNo", 32), f.text("caseNo", 32), f.optionalText("registryNo", 50));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.REGISTRATION_ENQUIRY;
    }

    @Override
    public String businessKey() {
        return enquiryNo;
    }

    @Override
    public String subject() {
        return caseNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("enquiryNo", enquiryNo)
                .put("caseNo", caseNo)
                .put("registryNo", registryNo)
                .build();
    }
}
