package io.jinqiao.opinion.verify;

import io.jinqiao.message.Digest;
import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.IssuedOpinion;
import io.jinqiao.opinion.OpinionRecord;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.opinion.form.ChineseAmount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Step 11 and the centre's own questions: the right organisation, the terms that were approved, still in force. */
final class BusinessSteps {
    private BusinessSteps() {}

    /** The seal's name begins with one of them. */
    static Finding sealOf(String sealName, Set<String> organisations) {
        return organisation(sealName, organisations, organisations.stream().anyMatch(sealName::startsWith));
    }

    /** The certificate's organisation is one of them. */
    static Finding certificateOf(String organisation, Set<String> organisations) {
        return organisation(organisation, organisations, organisations.contains(organisation));
    }

    private static Finding organisation(String found, Set<String> organisations, boolean right) {
        if (organisations.isEmpty()) {
            return Finding.notChecked(VerificationStep.ORGANISATION, DocumentFault.NEEDS_ORGANISATION);
        }
        return right
                ? Finding.passed(VerificationStep.ORGANISATION)
                : Finding.failed(VerificationStep.ORGANISATION, DocumentFault.OTHER_ORGANISATION, OfdSteps.shown(found));
    }

    /** Number, version, amount in figures and capitals, and term equal the record; so does the file, when its digest is known. */
    static List<Finding> record(PrintedTerms printed, OpinionRecord record, byte[] file) {
        List<Finding> failed = new ArrayList<>();
        differs(failed, "number", record.opinionNo().equals(printed.opinionNo()));
        differs(failed, "version", Integer.toString(record.version()).equals(printed.version()));
        String amount = String.format(Locale.ROOT, "%,.2f", record.amount().inYuan());
        boolean capitals = printed.capitals().equals(ChineseAmount.of(record.amount()));
        differs(failed, "amount", amount.equals(printed.amount()) && capitals);
        differs(failed, "term", Integer.toString(record.months()).equals(printed.months()));
        if (record.file() != null && !record.file().equals(Digest.of(file))) {
            failed.add(Finding.failed(VerificationStep.RECORD, DocumentFault.FILE_DIFFERS));
        }
        return OfdSteps.orPassed(VerificationStep.RECORD, failed);
    }

    private static void differs(List<Finding> failed, String what, boolean same) {
        if (!same) {
            failed.add(Finding.failed(VerificationStep.RECORD, DocumentFault.RECORD_DIFFERS, what));
        }
    }

    /** Neither superseded nor revoked, and within its validity (last day included). */
    static List<Finding> standing(@Nullable OpinionRecord record, LocalDate today) {
        if (record == null) {
            return List.of(Finding.notChecked(VerificationStep.STANDING, DocumentFault.NEEDS_RECORD));
        }
        List<Finding> failed = new ArrayList<>();
        if (record.standing() == IssuedOpinion.Standing.SUPERSEDED) {
            failed.add(Finding.failed(VerificationStep.STANDING, DocumentFault.SUPERSEDED));
        }
        if (record.standing() == IssuedOpinion.Standing.REVOKED) {
            failed.add(Finding.failed(VerificationStep.STANDING, DocumentFault.REVOKED));
        }
        if (today.isAfter(record.validTo())) {
            failed.add(Finding.failed(VerificationStep.STANDING, DocumentFault.OPINION_EXPIRED, record.validTo().toString()));
        }
        return OfdSteps.orPassed(VerificationStep.STANDING, failed);
    }
}
