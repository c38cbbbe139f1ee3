package io.jinqiao.mortgage.desk;

import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.mortgage.store.StoredCase;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which proofs (不动产登记证明) the cases of a loan have, and which right a proof is about. */
final class Proofs {
    private Proofs() {}

    /** Of what stands in the register. */
    static Set<CertificateNumber> of(List<StoredCase> cases) {
        return cases.stream().filter(one -> one.standing().registered()).flatMap(Proofs::entered).collect(Collectors.toSet());
    }

    /** The case that first applied for the right this proof is about; null when none of these has it. */
    static @Nullable String right(List<StoredCase> cases, CertificateNumber proof) {
        return cases.stream().filter(one -> entered(one).anyMatch(proof::equals)).map(StoredCase::right).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static Stream<CertificateNumber> entered(StoredCase one) {
        RegisterEntry entry = one.standing().entry();
        return entry == null ? Stream.of() : entry.proofs().stream().map(RegisterEntry.Proof::proofNo);
    }
}
