package io.jinqiao.bench.codec;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/** The content of a loan application as somebody would bind it by hand for one bank's JSON: names on fields, nothing checked. */
public final class JsonApplication {
    @JsonProperty("app_no")
    public String appNo;

    @JsonProperty("branch_code")
    public String branchCode;

    @JsonProperty("accept_date")
    public String acceptDate;

    @JsonProperty("loan_type")
    public String loanType;

    @JsonProperty("house_type")
    public String houseType;

    @JsonProperty("person_list")
    public List<PersonList> personList;

    @JsonProperty("mortgagee_code")
    public String mortgageeCode;

    @JsonProperty("house")
    public House house;

    @JsonProperty("contract")
    public Contract contract;

    @JsonProperty("loan")
    public Loan loan;

    @JsonProperty("account")
    public Account account;

    @JsonProperty("auth_list")
    public List<AuthList> authList;

    @JsonProperty("attach_list")
    public List<AttachList> attachList;

    @JsonProperty("first_opinion")
    public FirstOpinion firstOpinion;

    @JsonProperty("mortgage_flag")
    public String mortgageFlag;

    public static final class PersonList {
        @JsonProperty("role")
        public String role;

        @JsonProperty("name")
        public String name;

        @JsonProperty("cert_type")
        public String certType;

        @JsonProperty("cert_no")
        public String certNo;

        @JsonProperty("fund_acct")
        public String fundAcct;

        @JsonProperty("month_income")
        public BigDecimal monthIncome;

        @JsonProperty("mobile")
        public String mobile;
    }

    public static final class House {
        @JsonProperty("addr")
        public String addr;

        @JsonProperty("unit_no")
        public String unitNo;

        @JsonProperty("area")
        public BigDecimal area;

        @JsonProperty("price")
        public BigDecimal price;

        @JsonProperty("ordinal")
        public int ordinal;
    }

    public static final class Contract {
        @JsonProperty("contract_no")
        public String contractNo;

        @JsonProperty("sign_date")
        public String signDate;

        @JsonProperty("down_payment")
        public BigDecimal downPayment;
    }

    public static final class Loan {
        @JsonProperty("amount")
        public BigDecimal amount;

        @JsonProperty("months")
        public int months;

        @JsonProperty("repay_method")
        public String repayMethod;
    }

    public static final class Account {
        @JsonProperty("payee_name")
        public String payeeName;

        @JsonProperty("payee_acct")
        public String payeeAcct;

        @JsonProperty("payee_bank")
        public String payeeBank;

        @JsonProperty("payee_type")
        public String payeeType;

        @JsonProperty("repay_acct")
        public String repayAcct;
    }

    public static final class AuthList {
        @JsonProperty("cert_no")
        public String certNo;

        @JsonProperty("purpose")
        public String purpose;

        @JsonProperty("sign_date")
        public String signDate;

        @JsonProperty("valid_date")
        public String validDate;

        @JsonProperty("doc_digest")
        public String docDigest;
    }

    public static final class AttachList {
        @JsonProperty("attach_type")
        public String attachType;

        @JsonProperty("digest")
        public String digest;

        @JsonProperty("size")
        public int size;
    }

    public static final class FirstOpinion {
        @JsonProperty("operator_no")
        public String operatorNo;

        @JsonProperty("recommend")
        public String recommend;

        @JsonProperty("remark")
        public String remark;
    }
}
