package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;
import io.jinqiao.message.ApplicationReturned;
import java.time.LocalDate;
import java.util.List;

/** The application goes back to be completed; the clocks stand still. */
public record GiveBack(
        String returnNo, String reason, List<ApplicationReturned.Item> items, LocalDate on, LocalDate dueOn, Officer by)
        implements Move {
    public GiveBack {
        items = List.copyOf(items);
    }

    @Override
    public Step on(Loan loan) {
        Gates.notPaused(loan);
        Gates.open(loan);
        return loan.change()
                .pause(new Pause(Pause.Reason.RETURNED, on, reason, returnNo, dueOn))
                .event(LoanEvent.of(LoanEvent.Type.RETURNED, by)
                        .with("returnNo", returnNo)
                        .with("dueOn", dueOn)
                        .with("items", items.size()))
                .tell(new ApplicationReturned(returnNo, loan.applicationNo(), loan.acceptanceNo(), reason, items, dueOn))
                .done();
    }
}
