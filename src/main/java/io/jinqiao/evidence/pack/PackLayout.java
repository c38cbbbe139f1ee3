package io.jinqiao.evidence.pack;

import io.jinqiao.evidence.proof.Sha256;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where things lie in a pack. */
final class PackLayout {
    static final String MANIFEST = "manifest.json";
    static final String COVER = "cover.html";
    static final String AUTHORITIES = "certificates/authorities.pem";

    static final String STATEMENT = "statement/records.txt";
    static final String STATEMENT_SIGNATURE = "statement/signature.txt";
    static final String STATEMENT_SIGNATURE_BIN = "statement/signature.bin";

    private static final Set<String> MESSAGE =
            Set.of("record.txt", "body.bin", "signing-input.bin", "signature.txt", "signature.bin");
    private static final Set<String> PROOF = Set.of("link.txt", "previous-link.txt", "next-link.txt", "path.txt");
    private static final Set<String> SEAL = Set.of("seal.txt", "seal.tsr");

    private PackLayout() {}

    /** Every path a pack of these records may hold, but for certificates, which are known by what is in them. */
    static Set<String> paths(List<PackManifest.Item> items) {
        Set<String> paths = new HashSet<>(Set.of(
                MANIFEST, COVER, AUTHORITIES, STATEMENT, STATEMENT_SIGNATURE, STATEMENT_SIGNATURE_BIN));
        for (PackManifest.Item item : items) {
            add(paths, message(item.number(), item.kind()), MESSAGE);
            if (item.proof() != null) {
                add(paths, proof(item.number()), PROOF);
            }
            if (item.seal() != null) {
                add(paths, item.seal(), SEAL);
            }
        }
        return paths;
    }

    private static void add(Set<String> paths, String folder, Set<String> names) {
        names.forEach(name -> paths.add(folder + name));
    }

    /** Numbers count from 1, kinds are words, folders lie where they must. */
    static boolean inPlace(PackManifest.Item item, int place) {
        return item.number().matches("[0-9]{2,9}")
                && Integer.parseInt(item.number()) == place
                && item.kind().matches("[a-z-]{1,40}")
                && item.message().equals(message(item.number(), item.kind()))
                && (item.proof() == null || item.proof().equals(proof(item.number())))
                && (item.seal() == null || item.seal().matches("proofs/seal-[0-9]{1,19}/"));
    }

    static String message(String number, String kind) {
        return "messages/" + number + "-" + kind + "/";
    }

    static String proof(String number) {
        return "proofs/" + number + "/";
    }

    static String seal(long seal) {
        return "proofs/seal-" + seal + "/";
    }

    /** Called by its own digest: it is in nobody's list. */
    static String document(byte[] file, String format) {
        return "documents/" + Sha256.hex(Sha256.of(file)) + "." + format;
    }

    static boolean isDocument(String path, byte[] file) {
        return path.equals(document(file, "ofd")) || path.equals(document(file, "pdf"));
    }

    static String certificate(String fingerprint) {
        return "certificates/" + fingerprint + ".pem";
    }

    static String revocationList(String digest) {
        return "certificates/" + digest + ".crl.pem";
    }
}
