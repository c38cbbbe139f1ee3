package io.jinqiao.credit.desk;

import io.jinqiao.credit.file.ReportFile;
import io.jinqiao.credit.store.AsideStore;
import io.jinqiao.credit.store.HistoryStore;
import io.jinqiao.credit.store.ReferenceStore;
import io.jinqiao.credit.store.ReportStore;
import java.time.Clock;
import org.springframework.transaction.support.TransactionTemplate;

/** What a run and an answer work with. @param cipher what is done to a compressed file */
record Reports(
        HistoryStore histories,
        ReportStore reports,
        ReferenceStore references,
        AsideStore asides,
        AdverseNotices notices,
        LoanDuties duties,
        ReportFolder folder,
        ReportFile.Cipher cipher,
        TransactionTemplate transaction,
        Clock clock) {}
