package io.jinqiao.opinion;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.opinion.sheet.Typeface;
import java.util.ArrayList;
import java.util.List;

/** A rare character is refused when the application comes in, not when the opinion is to be printed. */
final class PrintableCheck {
    private final Typeface typeface;
    private final List<Problem> problems = new ArrayList<>();

    private PrintableCheck(Typeface typeface) {
        this.typeface = typeface;
    }

    /** @throws Refusal naming every field with characters the font lacks */
    static void require(LoanApplication application, Typeface typeface) {
        PrintableCheck check = new PrintableCheck(typeface);
        check.field("applicationNo", application.applicationNo());
        check.field("branchCode", application.branchCode());
        for (int i = 0; i < application.parties().size(); i++) {
            check.field("parties[" + i + "].name", application.parties().get(i).name());
        }
        check.field("home.address", application.home().address());
        check.field("accounts.payeeName", application.accounts().payeeName());
        if (!check.problems.isEmpty()) {
            throw new Refusal(check.problems);
        }
    }

    private void field(String name, String text) {
        String missing = typeface.missing(text);
        if (!missing.isEmpty()) {
            problems.add(Problem.at(name, FailureCode.OPINION_UNPRINTABLE, missing));
        }
    }
}
