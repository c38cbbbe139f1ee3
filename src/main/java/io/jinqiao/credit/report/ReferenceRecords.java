package io.jinqiao.credit.report;

import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.RecordType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Writes the records an account refers to: who borrowed (110), what secures it (510). */
public final class ReferenceRecords {
    private static final String PROPERTY = "11";

    private final RecordType person;
    private final RecordType contract;

    /** @param person record 110 and @param contract record 510 as they hold on the day of the report */
    public ReferenceRecords(RecordType person, RecordType contract) {
        this.person = person;
        this.contract = contract;
    }

    /** The whole of a person. @param event new (10) or changed (20) @param office who keeps it (客户资料维护机构) @param source who told it (信息来源编码) */
    public CreditRecord person(PersonFacts facts, String event, String office, String source, LocalDate reported) {
        String updated = facts.updated().toString();
        CreditRecord.Builder record = CreditRecord.of(person).segment("B", items(
                "InfRecType", person.number(),
                "Name", facts.person().name(),
                "IDType", facts.person().idType(),
                "IDNum", facts.person().idNumber(),
                "InfSurcCode", source,
                "RptDate", reported.toString(),
                "RptDateCode", event,
                "Cimoc", office,
                "CustomerType", "11"));
        record.segment("F", items("Sex", facts.sex(), "DOB", facts.born().toString(), "Nation", "CHN", "HouseAdd", "", "HhDist", "", "CellPhone", "", "Email", "", "FcsInfoUpDate", updated));
        record.segment("S", items("MariStatus", facts.marital(), "SpsInfoUpDate", updated));
        if (facts.spouse() != null) {
            record.segment("S", items("SpoName", facts.spouse().name(), "SpoIDType", facts.spouse().idType(), "SpoIDNum", facts.spouse().idNumber(), "SpoTel", "", "SpsCmpyNm", ""));
        }
        record.segment("E", items("EduLevel", facts.education(), "AcaDegree", facts.degree(), "EduInfoUpDate", updated));
        record.segment("O", items("EmpStatus", facts.employment(), "OctpnInfoUpDate", updated));
        if (facts.employer() != null) {
            record.segment("O", items("CpnName", facts.employer()));
        }
        record.segment("R", items("ResiStatus", facts.residence(), "ResiAddr", facts.address(), "ResiPc", "", "ResiDist", "", "HomeTel", "", "ResiInfoUpDate", updated));
        return record.segment("M", items("MailAddr", facts.address(), "MailPc", "", "MailDist", "", "MlgInfoUpDate", updated)).build();
    }

    /** A contract when it comes into force, or when it is first told. */
    public CreditRecord contract(ContractFacts facts, AccountFacts.Person debtor, String office, LocalDate reported) {
        return contract(facts, debtor, office, reported, "10", "1");
    }

    /** A contract that ended: the loan was paid back. */
    public CreditRecord ended(ContractFacts facts, AccountFacts.Person debtor, String office, LocalDate reported) {
        return contract(facts, debtor, office, reported, "20", "2");
    }

    private CreditRecord contract(ContractFacts facts, AccountFacts.Person debtor, String office, LocalDate reported, String event, String status) {
        return CreditRecord.of(contract)
                .segment("B", base(facts, debtor, office, reported, event))
                .segment("C", terms(facts, status))
                .segment("E", items("PleNum", "1"))
                .row("E", property(facts))
                .build();
    }

    private Map<String, String> base(ContractFacts facts, AccountFacts.Person debtor, String office, LocalDate reported, String event) {
        return items(
                "InfRecType", contract.number(),
                "Ccc", facts.contract(),
                "RptDate", reported.toString(),
                "RptDateCode", event,
                "InfoIdType", "1",
                "GuarName", debtor.name(),
                "GuarCertType", debtor.idType(),
                "GuarCertNum", debtor.idNumber(),
                "MngmtOrgCode", office);
    }

    private static Map<String, String> terms(ContractFacts facts, String status) {
        return items("GuarType", "1", "CcAmt", Yuan.of(facts.amount()), "Cy", "CNY", "CcValDate", facts.from().toString(), "CcExpDate", facts.until().toString(), "MaxGuar", "0", "CcStatus", status);
    }

    private static Map<String, String> property(ContractFacts facts) {
        return items(
                "PleType", PROPERTY,
                "MotgaProptIdTp", "1",
                "PleCertId", facts.certificate(),
                "PleDistr", Objects.requireNonNullElse(facts.district(), ""),
                "PleValue", Yuan.of(facts.value()),
                "ValCy", "CNY",
                "ValOrgType", "2",
                "ValDate", facts.valued().toString(),
                "PledgorType", "1",
                "PledgorName", facts.owner().name(),
                "PleorCertType", facts.owner().idType(),
                "PleorCertNum", facts.owner().idNumber(),
                "PleDesc", "");
    }

    private static Map<String, String> items(String... namesAndValues) {
        Map<String, String> items = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            items.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return items;
    }
}
