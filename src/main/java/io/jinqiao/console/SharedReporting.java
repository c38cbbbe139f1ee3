package io.jinqiao.console;

import io.jinqiao.credit.AgreeDuties;
import io.jinqiao.credit.CreditDuties;
import io.jinqiao.credit.CreditLists;
import io.jinqiao.message.PartnerId;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What centre and bank agreed about reporting, and the lists of banks that report themselves; each act with its audit line in one commit. */
@Service
@Transactional(rollbackFor = IOException.class)
public class SharedReporting {
    private final CreditDuties duties;
    private final CreditLists lists;
    private final Audit audit;

    public SharedReporting(CreditDuties duties, CreditLists lists, Audit audit) {
        this.duties = duties;
        this.lists = lists;
        this.audit = audit;
    }

    /** @return number of the proposal */
    public long propose(AgreeDuties what, Actor actor) {
        long number = duties.propose(what, actor.name());
        audit.write(actor.name(), "credit-duty-proposed", what.account(), "" + number);
        return number;
    }

    /** @return name of the file that tells the Center; nothing when it need not be told, or when it was turned down */
    public Optional<String> answer(long number, boolean confirmed, Actor actor) {
        Optional<String> file = duties.answer(number, confirmed, actor.name());
        audit.write(actor.name(), confirmed ? "credit-duty-confirmed" : "credit-duty-refused", "" + number, file.orElse(null));
        return file;
    }

    /** @return how many loans the list tells of */
    public long take(PartnerId bank, YearMonth month, InputStream list, Actor actor) throws IOException {
        long lines = lists.take(bank, month, list, actor.name());
        audit.write(actor.name(), "credit-list-taken", bank.value() + " " + month, "" + lines);
        return lines;
    }
}
