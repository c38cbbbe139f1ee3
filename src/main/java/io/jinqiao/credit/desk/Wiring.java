package io.jinqiao.credit.desk;

import io.jinqiao.credit.CreditCenters;
import io.jinqiao.credit.CreditChanges;
import io.jinqiao.credit.CreditDuties;
import io.jinqiao.credit.CreditEnquiries;
import io.jinqiao.credit.CreditLists;
import io.jinqiao.credit.CreditProperties;
import io.jinqiao.credit.Objections;
import io.jinqiao.credit.ReportSealer;
import io.jinqiao.credit.file.ReportFile;
import io.jinqiao.credit.record.CodeTables;
import io.jinqiao.credit.record.RecordTypes;
import io.jinqiao.credit.rules.EnquiryRules;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.credit.store.AsideStore;
import io.jinqiao.credit.store.ConsentStore;
import io.jinqiao.credit.store.ChangeStore;
import io.jinqiao.credit.store.DeliveryStore;
import io.jinqiao.credit.store.DutyStore;
import io.jinqiao.credit.store.EnquiryStore;
import io.jinqiao.credit.store.HistoryStore;
import io.jinqiao.credit.store.IdentifierStore;
import io.jinqiao.credit.store.ListStore;
import io.jinqiao.credit.store.NoticeStore;
import io.jinqiao.credit.store.ObjectionStore;
import io.jinqiao.credit.store.ReferenceStore;
import io.jinqiao.credit.store.ReportStore;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.PersonalData;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.timetable.Timetable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the desk together. */
@Configuration(proxyBeanMethods = false)
class Wiring {
    /** Where the Center's client encrypts the files itself they are only compressed. */
    private static final String COMPRESSED = ".txt.zip";

    private static final String ENCRYPTED = ".enc";

    @Bean
    AdverseNotices adverseNotices(NoticeStore notices) {
        return new AdverseNotices(notices);
    }

    @Bean
    LoanDuties loanDuties(DutyStore store, ReportingRules rules) {
        return new AgreedDuties(store, rules);
    }

    @Bean
    CreditDuties creditDuties(DutyStore store, Reports house, RecordTypes types, ReportingRules rules) {
        return new DutyDesk(store, house, types, rules::reporter, account -> rules.loan(account).isPresent() && house.identifiers().all().current(account).equals(account));
    }

    @Bean
    CreditLists creditLists(ListStore store, CodeTables codes, ReportingRules rules, @Qualifier("businessClock") Clock clock) {
        return new ListDesk(store, codes, bank -> rules.bank(bank).isPresent(), clock);
    }

    @Bean
    Objections objections(ObjectionStore store, LoanDuties duties, IdentifierStore identifiers, IdGenerator ids, @Qualifier("businessClock") Clock clock) {
        return new ObjectionDesk(store, duties, account -> identifiers.all().current(account), ids, clock);
    }

    @Bean
    CreditEnquiries creditEnquiries(
            EnquiryStore store, ConsentStore consents, JdbcClient jdbc, PersonalData data, EnquiryRules rules, CreditCenters centers, @Qualifier("businessClock") Clock clock) {
        return new EnquiryDesk(store, consents, new Applicants(jdbc, data), rules, centers, clock);
    }

    @Bean
    Reports creditReports(
            HistoryStore histories,
            ReportStore reports,
            ReferenceStore references,
            IdentifierStore identifiers,
            AsideStore asides,
            ListStore lists,
            AdverseNotices notices,
            LoanDuties duties,
            ReportingRules rules,
            Sources sources,
            CreditProperties properties,
            ObjectProvider<ReportSealer> sealer,
            PlatformTransactionManager transactions,
            @Qualifier("businessClock") Clock clock) {
        ReportSealer agreed = sealer.getIfAvailable();
        ReportFile.Cipher cipher = agreed == null ? packed -> packed : agreed::seal;
        ReportFolder folder = new ReportFolder(sources.home().resolve(properties.files()), agreed == null ? COMPRESSED : ENCRYPTED);
        return new Reports(
                histories, reports, references, identifiers, asides, lists, notices, duties, account -> rules.loan(account).orElseThrow(), folder, cipher, properties.recordsPerFile(), new TransactionTemplate(transactions), clock);
    }

    @Bean
    Corrector creditCorrector(Reports house, CreditFacts facts, RecordTypes types) {
        return new Corrector(house, facts, types);
    }

    @Bean
    DayRecord creditDayRecord(Reports house, CreditFacts facts, RecordTypes types) {
        return new DayRecord(house, facts, types);
    }

    @Bean
    CreditChanges creditChanges(ChangeStore store, Reports house, RecordTypes types, ReportingRules rules) {
        Predicate<String> ofALoan = account -> rules.loan(account).filter(loan -> house.identifiers().loan(loan.bank().bank(), loan.loanAccountNo())).isPresent();
        return new ChangeDesk(store, house, types, rules::reporter, ofALoan);
    }

    @Bean
    @ConditionalOnProperty("jinqiao.credit.out")
    Courier creditCourier(Timetable timetable, Reports house, DeliveryStore store, ReportingRules rules, Sources sources, CreditProperties properties, ObjectProvider<ReportSealer> sealer) {
        Path out = Objects.requireNonNull(properties.out());
        FrontEnd center = new FrontEnd(sources.home().resolve(out), sources.home().resolve(properties.in()));
        return new Courier(timetable, house, store, center, new Answers(house, rules.feedback().headerCounts()), rules.feedback(), sealer.getIfAvailable());
    }
}
