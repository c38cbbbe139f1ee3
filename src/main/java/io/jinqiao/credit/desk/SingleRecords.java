package io.jinqiao.credit.desk;

import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.ledger.EarlierMonths;
import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.Finding;
import io.jinqiao.credit.record.ReportContext;
import io.jinqiao.credit.record.Reporter;
import io.jinqiao.credit.record.Validation;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records between two months' runs: arrears recovered, a segment corrected, an account handed over, something deleted. One file for each type; what is unlawful stays here. */
final class SingleRecords {
    private static final String ACCOUNT_TYPE = "D1";

    private static final Finding UNDER_WAY = new Finding("UNDERWAY", "0000", "该账户有记录尚未得到反馈", "a record of this account is not answered yet");

    private final Reports house;
    private final Reporter reporter;

    SingleRecords(Reports house, Reporter reporter) {
        this.house = house;
        this.reporter = reporter;
    }

    record Wanted(String account, CreditRecord record) {}

    /** @param refused by account, why its record was not sent */
    record Result(List<FileName> files, Map<String, List<Finding>> refused) {}

    /** @param wanted records of one type */
    Result send(List<Wanted> wanted) throws IOException {
        Map<String, List<Finding>> refused = new LinkedHashMap<>();
        if (wanted.isEmpty()) {
            return new Result(List.of(), refused);
        }
        wanted.stream().map(Wanted::account).sorted().distinct().forEach(house.histories()::oneAtATime);
        Set<String> open = house.histories().underWay(wanted.stream().map(Wanted::account).toList());
        try (FileInMaking file = new FileInMaking(house, reporter.segment(), wanted.get(0).record().type().number())) {
            for (Wanted one : wanted) {
                List<Finding> findings = open.contains(one.account()) ? List.of(UNDER_WAY) : judge(one);
                if (findings.isEmpty()) {
                    Between kind = Between.of(one.record());
                    file.add(one.account(), ACCOUNT_TYPE, one.record(), kind.told(one.record(), today()), kind.adverse(one.record()));
                } else {
                    refused.put(one.account(), findings);
                }
            }
            return new Result(file.finish(), refused);
        }
    }

    /** The only one. @throws Refusal with why it cannot be sent */
    FileName one(Wanted wanted) {
        try {
            Result result = send(List.of(wanted));
            refuse(result.refused().getOrDefault(wanted.account(), List.of()));
            return result.files().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refusal with why it could not be sent now */
    void requireAllowed(Wanted wanted) {
        refuse(underWay(house, wanted.account()));
        refuse(judge(wanted));
    }

    /** Why an account waits for its answer; nothing when it does not. */
    static List<Finding> underWay(Reports house, String account) {
        return house.histories().underWay(List.of(account)).isEmpty() ? List.of() : List.of(UNDER_WAY);
    }

    /** @throws Refusal with all of them, if any */
    static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new Refusal(findings.stream().map(SingleRecords::problem).toList());
        }
    }

    private static Problem problem(Finding finding) {
        return Problem.at(finding.item(), FailureCode.CREDIT_RECORD_REFUSED, finding.rule(), finding.zh(), finding.en());
    }

    private List<Finding> judge(Wanted one) {
        List<Finding> findings = new ArrayList<>(Validation.of(one.record(), new ReportContext(reporter, today())));
        if (findings.isEmpty()) {
            findings.addAll(Between.of(one.record()).judge(house.histories().whole(one.account()), one.record()));
        }
        earlier(one).ifPresent(findings::add);
        return findings;
    }

    /** After what closes or hands over an account the Center takes nothing more of it: a month that waits would never be told. */
    private Optional<Finding> earlier(Wanted one) {
        String month = one.record().value("Month");
        if (month == null || !Between.of(one.record()).last(one.record())) {
            return Optional.empty();
        }
        List<EarlierMonths.Waiting> waiting = house.asides().earlier(List.of(one.account()), YearMonth.parse(month)).getOrDefault(one.account(), List.of());
        return EarlierMonths.first(waiting, true).map(first -> new Finding("EARLIER", "Month", "应先报送该账户 " + first + " 的记录", "the account's record of " + first + " must be told first"));
    }

    private LocalDate today() {
        return WorkingCalendar.today(house.clock());
    }
}
