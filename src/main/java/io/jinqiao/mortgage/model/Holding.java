package io.jinqiao.mortgage.model;

import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegisterEntry.Holder;
import io.jinqiao.message.RegisterEntry.Proof;
import io.jinqiao.message.RegisterEntry.Right;
import io.jinqiao.message.RegistrationApplication.Mortgagee;
import java.util.List;
import java.util.Objects;

/** Who holds what was entered. A form that does not tell raises no doubt: where it could, its table insists. */
final class Holding {
    /** Where the organisation's code stands inside its credit code. */
    private static final int ORGANISATION = 8;

    private Holding() {}

    /** Whether the mortgages are held by the mortgagee of the application, and by nobody else. */
    static boolean isOurs(Filed filed, RegisterEntry entry) {
        return entry.proofs().stream().filter(proof -> proof.right() != Right.PURCHASE_PRE_NOTICE).allMatch(proof -> isOurs(filed, entry, proof));
    }

    private static boolean isOurs(Filed filed, RegisterEntry entry, Proof proof) {
        List<Holder> of = entry.holders().stream().filter(one -> one.proofNos() != null && of(one, proof)).toList();
        List<Holder> open = entry.holders().stream().filter(one -> one.proofNos() == null).toList();
        // of which right they hold is not said: beside a pre-notice of the purchase its buyers are among them
        boolean more = entry.proofs().stream().anyMatch(one -> one.right() == Right.PURCHASE_PRE_NOTICE);
        boolean nobodyElse = open.stream().allMatch(one -> is(filed.mortgagee(), one) || more && buys(filed, one));
        return nobodyElse && (of.isEmpty() ? entry.holders().isEmpty() || open.stream().anyMatch(one -> is(filed.mortgagee(), one)) : of.stream().allMatch(one -> is(filed.mortgagee(), one)));
    }

    /** A buyer mortgages what is bought. */
    private static boolean buys(Filed filed, Holder told) {
        return filed.mortgagors().stream().anyMatch(one -> one.among(told.name(), told.number()));
    }

    private static boolean of(Holder holder, Proof proof) {
        String wanted = Joined.normal(proof.proofNo().value());
        return Joined.parts(Objects.requireNonNull(holder.proofNos()).replaceAll("\\s", "")).map(Joined::normal).anyMatch(wanted::equals);
    }

    private static boolean is(Mortgagee ours, Holder told) {
        return Joined.folded(told.name()).equals(Joined.folded(ours.name())) && (told.number() == null || numbered(ours.code().value(), told.number()));
    }

    /** By its credit code; older registers have the organisation's code that stands inside of it. */
    private static boolean numbered(String code, String told) {
        String number = Joined.folded(told).replace("-", "");
        return number.equals(code) || number.equals(code.substring(ORGANISATION, code.length() - 1));
    }
}
