package io.jinqiao.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question at the counter before anything is filled in: may these persons borrow, and how much (资格预审)?
 *
 * @param checkNo the bank's number of the question, up to 32 characters
 */
public record ApplicantCheck(
        String checkNo,
        String branchCode,
        List<Party> persons)
        implements CanonicalMessage {

    static ApplicantCheck read(Fields f) {
        ApplicantCheck read = new ApplicantCheck(
                f.text("checkNo", 32),
                f.text("branchCode", 20),
                f.rows("persons", 1, 10, Party::read));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.APPLICANT_CHECK;
    }

    @Override
    public @Nullable String businessKey() {
        return null;
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("checkNo", checkNo)
                .put("branchCode", branchCode)
                .rows("persons", persons.stream().map(Party::content).toList())
                .build();
    }
}
