package io.jinqiao.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of our cases did the registry move on a day (登记对账)? Asked page by page; finds the cases whose notices were lost and whose poll is not due.
 *
 * @param pageNo the centre's number of the question
 * @param day by the registry's calendar
 * @param after what the page before ended with; null for the first
 */
public record RegistrationReconciliation(String pageNo, LocalDate day, @Nullable String after) implements CanonicalMessage {
    /** Rows of one page. */
    public static final int PAGE = 500;

    /** @param changedAt when the case came into this state */
    public record Row(String caseNo, String registryNo, RegistrationState state, Instant changedAt) {
        static Row read(Fields f) {
            return new Row(
                    f.text("caseNo", 32), f.text("registryNo", 50), f.word("state", RegistrationState.class), f.instant("changedAt"));
        }

        Content.Group content() {
            return Content.group()
                    .put("caseNo", caseNo)
                    .put("registryNo", registryNo)
                    .put("state", state)
                    .put("changedAt", changedAt)
                    .build();
        }
    }

    /**
     * @param total cases of the whole day
     * @param rows a case that moved twice stands there twice
     * @param next what the next page is asked with; null on the last
     */
    public record Answer(LocalDate day, int total, List<Row> rows, @Nullable String next) {
        public Answer {
            rows = List.copyOf(rows);
        }

        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            Answer read = new Answer(
                    f.date("day"), f.number("total", 0, 1_000_000), f.rows("rows", 0, PAGE, Row::read), f.optionalText("next", 64));
            long cases = read.rows().stream().map(Row::caseNo).distinct().count();
            if (cases > read.total() || read.next() != null && read.rows().isEmpty()) {
                f.problem("total", FailureCode.FIELDS_DISAGREE, "rows");
            }
            return read;
        }

        public Content.Group content() {
            return Content.group()
                    .put("day", day)
                    .put("total", total)
                    .rows("rows", rows.stream().map(Row::content).toList())
                    .put("next", next)
                    .build();
        }
    }

    static RegistrationReconciliation read(Fields f) {
        RegistrationReconciliation read =
                new RegistrationReconciliation(f.text("pageNo", 32), f.date("day"), f.optionalText("after", 64));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.REGISTRATION_RECONCILIATION;
    }

    @Override
    public String businessKey() {
        return pageNo;
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public Content.Group content() {
        return Content.group().put("pageNo", pageNo).put("day", day).put("after", after).build();
    }
}
