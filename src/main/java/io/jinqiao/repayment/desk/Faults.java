package io.jinqiao.repayment.desk;

import io.jinqiao.message.FileResult.LineProblem;
import io.jinqiao.message.Problem;
import io.jinqiao.repayment.store.Judging.Faulty;
import java.time.LocalDate;

/** What a bank is told of a row that does not agree with the ledger: what it should have been, never what the row says. */
final class Faults {
    private Faults() {}

    static LineProblem told(Faulty faulty, LocalDate day) {
        String[] arguments = switch (faulty.fault()) {
            case ACCOUNTING_DATE, PAID_ON -> new String[] {day.minusDays(30).toString(), day.toString()};
            case INSTALMENT, ENDED -> new String[] {String.valueOf(faulty.expectedDay())};
            case BALANCE_GREW -> new String[] {String.valueOf(faulty.before())};
            case SUM -> new String[] {String.valueOf(faulty.should())};
            case ARREARS -> new String[] {String.valueOf(faulty.due())};
            case MONTH_PAID, MONTH_UNPAID, MONTH_BALANCE -> new String[] {String.valueOf(faulty.should()), String.valueOf(faulty.toldBy())};
            case KNOWN, LATER -> new String[] {String.valueOf(faulty.toldBy())};
            default -> new String[0];
        };
        return new LineProblem(faulty.line(), Problem.at(faulty.fault().field(), faulty.fault().code(), arguments));
    }
}
