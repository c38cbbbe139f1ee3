package io.jinqiao.credit.desk;

import io.jinqiao.credit.file.ReportFile;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.credit.store.AsideStore;
import io.jinqiao.credit.store.HistoryStore;
import io.jinqiao.credit.store.IdentifierStore;
import io.jinqiao.credit.store.ListStore;
import io.jinqiao.credit.store.ReferenceStore;
import io.jinqiao.credit.store.ReportStore;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/** What a run and an answer work with. @param whose loan an account is, by the identifier it was made with @param cipher what is done to a compressed file @param perFile records of a run's file, more or less */
record Reports(
        HistoryStore histories,
        ReportStore reports,
        ReferenceStore references,
        IdentifierStore identifiers,
        AsideStore asides,
        ListStore lists,
        AdverseNotices notices,
        LoanDuties duties,
        Function<String, ReportingRules.Loan> whose,
        ReportFolder folder,
        ReportFile.Cipher cipher,
        int perFile,
        TransactionTemplate transaction,
        Clock clock) {}
