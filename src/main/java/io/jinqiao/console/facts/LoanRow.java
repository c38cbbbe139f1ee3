package io.jinqiao.console.facts;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loan as it stands. Personal data are masked; null once they were erased.
 *
 * @param word the one word for people
 * @param decision track, as {@code contract}, {@code security} and {@code money}
 * @param pieces what of the security scheme is in hand
 * @param opinionTold what the bank answered to the latest opinion: {@code pending}, {@code accepted}, {@code rejected}, {@code unknown}
 */
public record LoanRow(
        String acceptanceNo,
        String applicationNo,
        String partner,
        String branchCode,
        LocalDate acceptedOn,
        ZonedDateTime acceptedAt,
        String homeKind,
        String scheme,
        long appliedFen,
        int appliedMonths,
        @Nullable String borrowerNameMasked,
        @Nullable String borrowerIdentityMasked,
        String word,
        String decision,
        @Nullable String pause,
        @Nullable LocalDate pausedOn,
        @Nullable LocalDate returnDue,
        @Nullable String initialReviewer,
        @Nullable String secondReviewer,
        @Nullable String approvedBy,
        @Nullable String opinionNo,
        @Nullable Long approvedFen,
        @Nullable Integer approvedMonths,
        @Nullable String annualRate,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate validTo,
        String contract,
        @Nullable String contractNo,
        @Nullable LocalDate contractSignedOn,
        String security,
        List<String> pieces,
        String money,
        @Nullable String opinionTold) {}
