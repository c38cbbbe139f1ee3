package io.jinqiao.credit.report;

import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.RecordType;
import io.jinqiao.message.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes records 210 of a housing fund loan (个人住房公积金贷款, D1). */
public final class AccountRecords {
    private static final String ACCOUNT_TYPE = "D1";
    private static final String HOUSING_FUND = "13";
    private static final String GUARANTOR = "2";

    private final RecordType type;

    /** @param type record 210 as it holds on the day of the report */
    public AccountRecords(RecordType type) {
        this.type = type;
    }

    /** The whole of an account: its first report. @param event 10 new, 31 known to us for longer */
    public CreditRecord first(AccountFacts account, MonthFacts month, String event, LocalDate reported) {
        CreditRecord.Builder record = base(account, event, reported);
        record.segment("C", loan(account));
        others(record, account.others());
        contracts(record, account.contracts());
        return month(record, month).build();
    }

    /** What a month adds. @param event 30 month's end, 32 the same of a closed account, 20 closed between */
    public CreditRecord monthly(AccountFacts account, MonthFacts month, String event, LocalDate reported) {
        return month(base(account, event, reported), month).build();
    }

    /** The same with the mortgage contracts it refers to: when one was registered after the account was first told. */
    public CreditRecord monthlyWithContracts(AccountFacts account, MonthFacts month, String event, LocalDate reported) {
        CreditRecord.Builder record = base(account, event, reported);
        contracts(record, account.contracts());
        return month(record, month).build();
    }

    /** All arrears came in between two months' ends. @param paid the payment that cleared them */
    public CreditRecord recovered(AccountFacts account, MonthFacts now, Money paid, LocalDate on) {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("AcctStatus", Standing.account(now));
        items.put("AcctBal", Yuan.of(now.balance()));
        items.put("FiveCate", now.category());
        items.put("FiveCateAdjDate", now.categorised().toString());
        items.put("RemRepPrd", Integer.toString(now.remaining()));
        items.put("RpyStatus", "N");
        items.put("OverdPrd", "0");
        items.put("TotOverd", "0");
        items.put("LatRpyAmt", Yuan.of(paid));
        items.put("LatRpyDate", on.toString());
        items.put("CloseDate", "");
        return base(account, "40", on).segment("J", items).build();
    }

    private CreditRecord.Builder base(AccountFacts account, String event, LocalDate reported) {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("InfRecType", type.number());
        items.put("AcctType", ACCOUNT_TYPE);
        items.put("AcctCode", account.account());
        items.put("RptDate", reported.toString());
        items.put("RptDateCode", event);
        items.put("Name", account.borrower().name());
        items.put("IDType", account.borrower().idType());
        items.put("IDNum", account.borrower().idNumber());
        items.put("MngmtOrgCode", account.office());
        return CreditRecord.of(type).segment("B", items);
    }

    private static Map<String, String> loan(AccountFacts account) {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("BusiLines", "1");
        items.put("BusiDtlLines", HOUSING_FUND);
        items.put("OpenDate", account.opened().toString());
        items.put("Cy", "CNY");
        items.put("LoanAmt", Yuan.of(account.amount()));
        items.put("Flag", "0");
        items.put("DueDate", account.due().toString());
        items.put("RepayMode", account.repayMode());
        items.put("RepayFreqcy", account.repayMode().startsWith("2") ? "07" : "03");
        items.put("RepayPrd", account.repayMode().startsWith("2") ? "0" : Integer.toString(account.instalments()));
        items.put("ApplyBusiDist", Objects.requireNonNullElse(account.district(), ""));
        items.put("GuarMode", account.guarantee());
        items.put("OthRepyGuarWay", "0");
        items.put("AssetTrandFlag", "0");
        items.put("FundSou", account.funds());
        items.put("LoanForm", account.form());
        return items;
    }

    /** A co-borrower has no guarantee to tell of: those items stay away, absent is not empty. */
    private static void others(CreditRecord.Builder record, List<AccountFacts.Responsible> others) {
        if (others.isEmpty()) {
            return;
        }
        record.segment("D", Map.of("RltRepymtNm", Integer.toString(others.size())));
        for (AccountFacts.Responsible other : others) {
            Map<String, String> items = new LinkedHashMap<>();
            items.put("InfoIDType", "1");
            items.put("ArlpName", other.person().name());
            items.put("ArlpCertType", other.person().idType());
            items.put("ArlpCertNum", other.person().idNumber());
            items.put("ArlpType", other.type());
            items.put("ArlpAmt", other.amount() == null ? "" : Yuan.of(other.amount()));
            if (other.type().equals(GUARANTOR)) {
                items.put("WartySign", "0");
                items.put("MaxGuarMcc", Objects.requireNonNullElse(other.contract(), ""));
            }
            record.row("D", items);
        }
    }

    private static void contracts(CreditRecord.Builder record, List<String> contracts) {
        if (!contracts.isEmpty()) {
            record.segment("E", Map.of("CcNm", Integer.toString(contracts.size())));
            contracts.forEach(contract -> record.row("E", Map.of("Ccc", contract)));
        }
    }

    private static CreditRecord.Builder month(CreditRecord.Builder record, MonthFacts month) {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("Month", month.month().toString());
        items.put("SettDate", text(notAfterClosing(month.dueOn(), month)));
        items.put("AcctStatus", Standing.account(month));
        items.put("AcctBal", Yuan.of(month.balance()));
        items.put("RemRepPrd", Integer.toString(month.remaining()));
        items.put("FiveCate", month.category());
        items.put("FiveCateAdjDate", month.closedOn() != null && month.categorised().isAfter(month.closedOn()) ? month.closedOn().toString() : month.categorised().toString());
        items.put("RpyStatus", Standing.payment(month));
        items.put("OverdPrd", Integer.toString(month.lateInstalments()));
        items.put("TotOverd", Yuan.of(month.late()));
        items.put("OverdPrinc", Yuan.of(month.latePrincipal()));
        items.put("Oved31_60Princ", Yuan.of(month.aged().to60()));
        items.put("Oved61_90Princ", Yuan.of(month.aged().to90()));
        items.put("Oved91_180Princ", Yuan.of(month.aged().to180()));
        items.put("OvedPrinc180", Yuan.of(month.aged().longer()));
        items.put("CurRpyAmt", Yuan.of(month.fell()));
        items.put("ActRpyAmt", Yuan.of(month.paid()));
        items.put("LatRpyDate", month.lastPaid().toString());
        items.put("CloseDate", text(month.closedOn()));
        record.segment("H", items);
        specials(record, month.specials());
        return record;
    }

    private static void specials(CreditRecord.Builder record, List<MonthFacts.Special> specials) {
        if (specials.isEmpty()) {
            return;
        }
        record.segment("K", Map.of("CagOfTrdNm", Integer.toString(specials.size())));
        for (MonthFacts.Special special : specials) {
            record.row(
                    "K",
                    Map.of(
                            "ChanTranType", special.type(),
                            "TranDate", special.on().toString(),
                            "TranAmt", Yuan.of(special.amount()),
                            "DueTranMon", Integer.toString(special.months()),
                            "DetInfo", ""));
        }
    }

    /** Nothing falls due of an account after it is closed. */
    private static @Nullable LocalDate notAfterClosing(@Nullable LocalDate dueOn, MonthFacts month) {
        return dueOn != null && month.closedOn() != null && dueOn.isAfter(month.closedOn()) ? null : dueOn;
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
