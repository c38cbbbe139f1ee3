package io.jinqiao.credit.rules;

import io.jinqiao.credit.notice.Duties;
import io.jinqiao.credit.record.Reporter;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Sources;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** {@code rules/credit/reporting.yaml}. */
@Component
public final class ReportingRules {
    private static final int SEGMENT = 14;
    private static final int CODE = 4;

    private final File file;
    private final Map<String, ReportedBank> banks = new HashMap<>();
    private final Map<String, ReportedBank> byCode = new HashMap<>();
    private final TreeMap<Integer, String> categories = new TreeMap<>();

    record Provider(String segment, Set<String> segments) {}

    /** @param guarantees code by security scheme */
    public record Account(String funds, String form, Map<String, String> guarantees) {}

    record Category(int fromDays, String code) {}

    record Consent(String purpose) {}

    /** @param day of the month after, from which on the run begins @param alarmDay from which on what waits alarms @param lastDay the Center's */
    public record Month(int day, String at, int alarmDay, int lastDay) {
        public LocalTime time() {
            return LocalTime.parse(at);
        }
    }

    /**
     * @param headerCounts whether the Center counts the header of a file as its first row
     * @param wrapped whether answers come compressed and encrypted as files go; else in clear
     * @param withinDays calendar days after which a file without an answer alarms
     */
    public record Feedback(boolean headerCounts, boolean wrapped, int withinDays) {}

    record File(
            int format,
            String source,
            @Nullable Provider reporter,
            List<ReportedBank> banks,
            Account account,
            List<Category> categories,
            Consent consent,
            Duties.NoticeTerms notice,
            Month month,
            Feedback feedback) {}

    /** @throws io.jinqiao.rulebook.RulebookException with everything wrong with the file */
    @Autowired
    public ReportingRules(Sources sources) {
        Document document = RuleFile.checked(sources, sources.get("rules/credit/reporting.yaml"), "credit-reporting");
        file = document.as(File.class);
        Problems problems = new Problems();
        for (ReportedBank bank : file.banks()) {
            if (banks.put(bank.bank(), bank) != null || byCode.put(bank.code(), bank) != null) {
                problems.at(document.root(), "同一银行或代码重复 / " + bank.bank() + " or code " + bank.code() + " is there twice");
            }
        }
        file.categories().forEach(category -> categories.put(category.fromDays(), category.code()));
        if (!categories.containsKey(0)) {
            problems.at(document.root(), "分类应从 0 天起 / categories begin at 0 days");
        }
        if (file.reporter() != null && !file.reporter().segments().contains(file.reporter().segment())) {
            problems.at(document.root(), "segment 应在 segments 之中 / segment is one of segments");
        }
        problems.throwIfAny();
    }

    /** Nothing where this house does not report. */
    public Optional<Reporter> reporter() {
        return Optional.ofNullable(file.reporter()).map(provider -> {
            Set<String> offices = new HashSet<>(Set.of(provider.segment()));
            file.banks().forEach(bank -> offices.add(bank.office()));
            return new Reporter(provider.segment(), provider.segments(), offices);
        });
    }

    /** Nothing for a bank whose loans nobody said are reported. */
    public Optional<ReportedBank> bank(String bank) {
        return Optional.ofNullable(banks.get(bank));
    }

    /** @param account whole identifier, as {@link #account(ReportedBank, String)} made it */
    public Duties duties(String account) {
        return loan(account).orElseThrow(() -> new IllegalArgumentException("an account of no bank that is reported")).bank().duties(file.notice());
    }

    /** @param loanAccountNo the bank's number of it */
    public record Loan(ReportedBank bank, String loanAccountNo) {}

    /** Which loan an account is of; nothing for an identifier of nobody we report for. */
    public Optional<Loan> loan(String account) {
        return account.length() <= SEGMENT + CODE
                ? Optional.empty()
                : Optional.ofNullable(byCode.get(account.substring(SEGMENT, SEGMENT + CODE))).map(bank -> new Loan(bank, account.substring(SEGMENT + CODE)));
    }

    /** The whole identifier of an account (账户标识码). */
    public String account(ReportedBank bank, String loanAccountNo) {
        return reporter().orElseThrow().segment() + bank.code() + loanAccountNo;
    }

    public Account account() {
        return file.account();
    }

    /** Code of the five categories (五级分类). */
    public String category(int daysLate) {
        return categories.floorEntry(daysLate).getValue();
    }

    /** Purpose of the consent to be reported, as applications name it. */
    public String consent() {
        return file.consent().purpose();
    }

    /** What must happen before a first adverse record leaves. */
    public Duties.NoticeTerms notice() {
        return file.notice();
    }

    public Month month() {
        return file.month();
    }

    /** How the Center answers. */
    public Feedback feedback() {
        return file.feedback();
    }
}
