package io.jinqiao.opinion;

import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.CreditCode;
import io.jinqiao.message.Identity;
import io.jinqiao.message.IdentityNumber;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.UnitNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented approved loans. */
public final class Approvals {
    public static final PartnerId BANK = new PartnerId("demo-bank");

    public static final List<String> CONDITIONS = List.of(
            "借款合同、抵押合同签订并生效，抵押预告登记已办结；",
            "开发企业阶段性担保合同在有效期内；",
            "首付款已足额存入商品房预售资金监管账户。");

    private Approvals() {}

    public static ApprovedLoan ordinary() {
        return of("SP202611230000017", 1, List.of(borrower("何雨桐"), spouse("欧阳若兰")), CONDITIONS, "600000.00");
    }

    /** Every text as long as people's names and addresses get, rare characters, twelve co-borrowers, the largest amount. */
    public static ApprovedLoan difficult() {
        List<Party> parties = new ArrayList<>(List.of(
                borrower("阿卜杜热合曼·买买提明·阿不都克里木·吐尔逊江·艾力西尔·玉素甫江·库尔班江"), spouse("马𩧢𠅤（曾用名：马𬺈𫖯䶮㛃堃喆〇）")));
        parties.add(party(Party.Role.CO_BORROWER, "Maria-Magdalena Wolfeschlegelsteinhausenbergerdorff", "99010119910202005"));
        parties.addAll(coBorrowers(11).subList(1, 12));
        List<String> conditions = new ArrayList<>(CONDITIONS);
        conditions.add("借款人、配偶及全部共同借款人到场签订借款合同与抵押合同，并由本人出示有效身份证件原件，代理的须提交经公证的授权委托书；");
        ApprovedLoan loan = of("SP202611230000019", 9999, parties, conditions, "9999999999.99");
        LoanApplication a = application(parties, "示范自治州东湖自治县金桥民族乡云栖街道办事处金桥路 88888 弄云栖花园（二期·南区）133 幢 22 单元 -1 层至 17 层 1701-1 室及地下车位 B2-0888 号");
        LoanApplication.Accounts accounts = new LoanApplication.Accounts(
                "示范自治州东湖自治县云栖置业（集团）股份有限公司金桥项目商品房预售资金监管专用账户（二期）", a.accounts().payeeAccountNo(), "99910000001",
                LoanApplication.Accounts.PayeeKind.SUPERVISED_PRESALE, "6222000000000017002");
        return with(
                loan,
                new LoanApplication(
                        a.applicationNo(), a.branchCode(), a.acceptedOn(), a.loanKind(), a.homeKind(), a.parties(), a.mortgagee(), a.home(),
                        a.contract(), a.terms(), accounts, a.authorisations(), a.attachments(), a.initialOpinion(), a.mortgageRequest()),
                null);
    }

    public static ApprovedLoan of(
            String opinionNo, int version, List<Party> parties, List<String> conditions, String yuan) {
        return new ApprovedLoan(
                BANK,
                application(parties, "示范市东湖区金桥路 88 号云栖花园 3 幢 2 单元 1701 室"),
                "SL2026112300017",
                opinionNo,
                version,
                Money.yuan(new BigDecimal(yuan)),
                300,
                new BigDecimal("2.60"),
                "2025-05",
                LocalDate.of(2025, 5, 8),
                conditions,
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2027, 5, 22),
                "林审查",
                "周审批");
    }

    public static LoanApplication application(List<Party> parties, String address) {
        return new LoanApplication(
                "A20261123000017",
                "0200017",
                LocalDate.of(2026, 11, 20),
                LoanApplication.LoanKind.FUND,
                LoanApplication.HomeKind.PRE_SOLD,
                parties,
                new CreditCode("91310000MA1FL0001" + CreditCode.checkCharacter("91310000MA1FL0001")),
                new LoanApplication.Home(
                        address,
                        new UnitNumber("990101001001GB00001F00031701"),
                        new BigDecimal("89.60"),
                        Money.yuan(new BigDecimal("1280000")),
                        1),
                new LoanApplication.PurchaseContract(
                        "YS2026001701", LocalDate.of(2026, 11, 10), Money.yuan(new BigDecimal("680000"))),
                new LoanApplication.Terms(
                        Money.yuan(new BigDecimal("600000")), 300, LoanApplication.RepaymentMethod.EQUAL_INSTALMENT),
                new LoanApplication.Accounts(
                        "示范市云栖置业有限公司",
                        "6222000000000017001",
                        "99910000001",
                        LoanApplication.Accounts.PayeeKind.SUPERVISED_PRESALE,
                        "6222000000000017002"),
                List.of(),
                List.of(),
                new LoanApplication.InitialOpinion("0017", true, null),
                false);
    }

    public static Party borrower(String name) {
        return party(Party.Role.BORROWER, name, "99010119900101001");
    }

    public static Party spouse(String name) {
        return party(Party.Role.SPOUSE, name, "99010119910202002");
    }

    public static List<Party> coBorrowers(int count) {
        List<Party> parties = new ArrayList<>(List.of(borrower("何雨桐")));
        for (int i = 0; i < count; i++) {
            parties.add(party(Party.Role.CO_BORROWER, "共同借款人" + (i + 1), "9901011991020200" + i % 10));
        }
        return parties;
    }

    public static Party party(Party.Role role, String name, String first17) {
        return new Party(role, name, resident(first17), null, null, null);
    }

    private static Identity resident(String first17) {
        return new Identity(Identity.Type.RESIDENT_ID, first17 + IdentityNumber.checkCharacter(first17));
    }

    public static ApprovedLoan with(ApprovedLoan loan, LoanApplication application, @Nullable Money amount) {
        return new ApprovedLoan(
                loan.bank(),
                application,
                loan.acceptanceNo(),
                loan.opinionNo(),
                loan.version(),
                amount == null ? loan.amount() : amount,
                loan.months(),
                loan.annualRate(),
                loan.rateVersion(),
                loan.rateFrom(),
                loan.conditions(),
                loan.decidedOn(),
                loan.validTo(),
                loan.reviewedBy(),
                loan.approvedBy());
    }

    public static LoanApplication renumbered(LoanApplication a, String applicationNo) {
        return new LoanApplication(
                applicationNo, a.branchCode(), a.acceptedOn(), a.loanKind(), a.homeKind(), a.parties(), a.mortgagee(),
                a.home(), a.contract(), a.terms(), a.accounts(), a.authorisations(), a.attachments(), a.initialOpinion(),
                a.mortgageRequest());
    }
}
