package io.jinqiao.bench.codec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import java.math.BigDecimal;
import java.util.List;

/** The content of a loan application as somebody would bind it by hand for one bank's XML: names on fields, nothing checked. */
@JsonRootName("HFData")
public final class XmlApplication {
    @JsonProperty("AppNo")
    public String appNo;

    @JsonProperty("BranchCode")
    public String branchCode;

    @JsonProperty("AcceptDate")
    public String acceptDate;

    @JsonProperty("LoanType")
    public String loanType;

    @JsonProperty("HouseType")
    public String houseType;

    @JsonProperty("Person")
    public List<Person> person;

    @JsonProperty("MortgageeCode")
    public String mortgageeCode;

    @JsonProperty("House")
    public House house;

    @JsonProperty("Contract")
    public Contract contract;

    @JsonProperty("Loan")
    public Loan loan;

    @JsonProperty("Account")
    public Account account;

    @JsonProperty("Auth")
    public List<Auth> auth;

    @JsonProperty("Attach")
    public List<Attach> attach;

    @JsonProperty("FirstOpinion")
    public FirstOpinion firstOpinion;

    @JsonProperty("MortgageFlag")
    public String mortgageFlag;

    public static final class Person {
        @JsonProperty("Role")
        public String role;

        @JsonProperty("Name")
        public String name;

        @JsonProperty("CertType")
        public String certType;

        @JsonProperty("CertNo")
        public String certNo;

        @JsonProperty("FundAcct")
        public String fundAcct;

        @JsonProperty("MonthIncome")
        public BigDecimal monthIncome;

        @JsonProperty("Mobile")
        public String mobile;
    }

    public static final class House {
        @JsonProperty("Addr")
        public String addr;

        @JsonProperty("UnitNo")
        public String unitNo;

        @JsonProperty("Area")
        public BigDecimal area;

        @JsonProperty("Price")
        public BigDecimal price;

        @JsonProperty("Ordinal")
        public int ordinal;
    }

    public static final class Contract {
        @JsonProperty("ContractNo")
        public String contractNo;

        @JsonProperty("SignDate")
        public String signDate;

        @JsonProperty("DownPayment")
        public BigDecimal downPayment;
    }

    public static final class Loan {
        @JsonProperty("Amount")
        public BigDecimal amount;

        @JsonProperty("Months")
        public int months;

        @JsonProperty("RepayMethod")
        public String repayMethod;
    }

    public static final class Account {
        @JsonProperty("PayeeName")
        public String payeeName;

        @JsonProperty("PayeeAcct")
        public String payeeAcct;

        @JsonProperty("PayeeBank")
        public String payeeBank;

        @JsonProperty("PayeeType")
        public String payeeType;

        @JsonProperty("RepayAcct")
        public String repayAcct;
    }

    public static final class Auth {
        @JsonProperty("CertNo")
        public String certNo;

        @JsonProperty("Purpose")
        public String purpose;

        @JsonProperty("SignDate")
        public String signDate;

        @JsonProperty("ValidDate")
        public String validDate;

        @JsonProperty("DocDigest")
        public String docDigest;
    }

    public static final class Attach {
        @JsonProperty("AttachType")
        public String attachType;

        @JsonProperty("Digest")
        public String digest;

        @JsonProperty("Size")
        public int size;
    }

    public static final class FirstOpinion {
        @JsonProperty("OperatorNo")
        public String operatorNo;

        @JsonProperty("Recommend")
        public String recommend;

        @JsonProperty("Remark")
        public String remark;
    }
}
