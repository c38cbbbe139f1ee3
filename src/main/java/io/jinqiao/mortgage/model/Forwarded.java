package io.jinqiao.mortgage.model;

import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.Material;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.Party;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationApplication.Mortgagee;
import io.jinqiao.message.UnitNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A branch's request in the registry's terms. */
public final class Forwarded {
    private Forwarded() {}

    /**
     * Everything the registry asks for and the branch left out or wrote wrongly.
     *
     * @param proofs numbers of the proofs that were entered for this loan: what ends or changes must be one of them
     * @throws Refusal with every problem, in the branch's places
     */
    public static void check(MortgageApplication request, Set<CertificateNumber> proofs) {
        List<Problem> problems = new ArrayList<>();
        number(problems, "titleNo", request.titleNo(), CertificateNumber::title);
        CertificateNumber earlier = number(problems, "earlierNo", request.earlierNo(), CertificateNumber::proof);
        if (earlier != null && !proofs.contains(earlier)) {
            problems.add(Problem.at("earlierNo", FailureCode.FIELDS_DISAGREE, "registration-entry.entry.proofs"));
        }
        if (request.kind() == Kind.MORTGAGE && request.titleNo() == null) {
            problems.add(Problem.at("titleNo", FailureCode.TITLE_MISSING));
        }
        if (request.kind() == Kind.DOUBLE_PRE_NOTICE && request.parties().stream().noneMatch(party -> party.role() == Party.Role.DEVELOPER)) {
            problems.add(Problem.at("parties", FailureCode.FIELD_MISSING));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private static @Nullable CertificateNumber number(
            List<Problem> problems, String field, @Nullable String text, Function<String, CertificateNumber> reader) {
        try {
            return text == null ? null : reader.apply(text);
        } catch (IllegalValue e) {
            problems.add(Problem.at(field, FailureCode.FIELD_WRONG_FORM, "省(年)地名…第…号"));
            return null;
        }
    }

    /** @param mortgagee name of who is to hold it @param materials named, without their bytes */
    public static RegistrationApplication of(MortgageApplication request, String caseNo, String mortgagee, List<AttachmentRef> materials) {
        UnitNumber unit = Objects.requireNonNull(request.unitNumber());
        return new RegistrationApplication(
                caseNo,
                unit.county(),
                request.kind(),
                List.of(new RegistrationApplication.Unit(unit, request.address(), request.titleNo() == null ? null : CertificateNumber.title(request.titleNo()), null)),
                request.earlierNo() == null ? null : CertificateNumber.proof(request.earlierNo()),
                new Mortgagee(mortgagee, request.mortgagee()),
                request.parties().stream().map(party -> Prepared.as(party.role(), party)).toList(),
                request.mortgageContractNo(),
                request.claim(),
                reason(request.kind()),
                Material.named(materials));
    }

    private static String reason(Kind kind) {
        return switch (kind) {
            case DOUBLE_PRE_NOTICE -> "公积金贷款双预告";
            case MORTGAGE -> "公积金贷款抵押";
            case CONVERSION -> "预告登记转抵押权登记";
            case CHANGE -> "抵押合同变更";
            case CANCELLATION -> "主债权消灭";
        };
    }
}
