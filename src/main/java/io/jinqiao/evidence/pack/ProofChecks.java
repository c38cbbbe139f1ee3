package io.jinqiao.evidence.pack;

import io.jinqiao.evidence.PackReason;
import io.jinqiao.evidence.PackVerdict.Check;
import io.jinqiao.evidence.proof.LinkFacts;
import io.jinqiao.evidence.proof.Merkle;
import io.jinqiao.evidence.proof.RecordFacts;
import io.jinqiao.evidence.proof.SealFacts;
import io.jinqiao.evidence.proof.Sha256;
import io.jinqiao.signing.CertificateUsage;
import io.jinqiao.signing.TimeStamp;
import io.jinqiao.signing.TimeStampFailure;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Record against link, link against its neighbours, link against seal, seal against the authority's token. */
final class ProofChecks {
    private final PackFiles files;
    private final PackSigners signers;

    ProofChecks(PackFiles files, PackSigners signers) {
        this.files = files;
        this.signers = signers;
    }

    void check(PackManifest.Item item, Steps steps) throws IOException {
        byte[] record = files.find(item.message() + "record.txt");
        byte[] linkText = item.proof() == null ? null : files.find(item.proof() + "link.txt");
        if (record == null || linkText == null) {
            if (item.proof() == null && item.seal() == null) {
                steps.notChecked(Check.LINK, PackReason.NOT_LINKED, "");
            } else {
                steps.refused(Check.LINK, PackReason.FILE_MISSING, item.proof() + "link.txt");
            }
            return;
        }
        LinkFacts link = LinkFacts.read(linkText);
        boolean own = Arrays.equals(link.record(), Sha256.of(record))
                && Arrays.equals(link.text(), linkText)
                && link.node().equals(RecordFacts.read(record).get("node"));
        if (!own) {
            steps.refused(Check.LINK, PackReason.LINK_DIFFERS, item.proof() + "link.txt");
            return;
        }
        steps.ok(Check.LINK, link.node() + " " + link.seq());
        checkNeighbours(item.proof(), link, steps);
        if (item.seal() == null) {
            steps.notChecked(Check.SEAL, PackReason.NOT_SEALED, "");
        } else {
            checkSeal(item.proof(), item.seal(), link, steps);
        }
    }

    private void checkNeighbours(String folder, LinkFacts link, Steps steps) throws IOException {
        byte[] before = files.find(folder + "previous-link.txt");
        byte[] after = files.find(folder + "next-link.txt");
        byte[] expected = before == null ? LinkFacts.none() : Sha256.of(before);
        boolean follows = (before == null) == (link.seq() == 1)
                && Arrays.equals(link.previous(), expected)
                && (before == null || neighbours(LinkFacts.read(before), link))
                && (after == null || precedes(link, LinkFacts.read(after)));
        if (follows) {
            steps.ok(Check.CHAIN, "");
        } else {
            steps.refused(Check.CHAIN, PackReason.CHAIN_BROKEN, folder);
        }
    }

    private static boolean neighbours(LinkFacts before, LinkFacts after) {
        return before.node().equals(after.node()) && before.seq() + 1 == after.seq();
    }

    private static boolean precedes(LinkFacts link, LinkFacts after) {
        return neighbours(link, after) && Arrays.equals(after.previous(), link.hash());
    }

    private void checkSeal(String proof, String folder, LinkFacts link, Steps steps) throws IOException {
        byte[] text = files.find(folder + "seal.txt");
        byte[] path = files.find(proof + "path.txt");
        byte[] token = files.find(folder + "seal.tsr");
        String missing = missing(proof, folder, text, path, token);
        if (missing != null) {
            steps.refused(Check.SEAL, PackReason.FILE_MISSING, missing);
            return;
        }
        SealFacts seal = SealFacts.read(text);
        boolean covered = seal.ranges().stream()
                .anyMatch(r -> r.node().equals(link.node()) && r.first() <= link.seq() && link.seq() <= r.last());
        if (!covered || !Arrays.equals(Merkle.root(link.hash(), PathText.read(path)), seal.root())) {
            steps.refused(Check.SEAL, PackReason.SEAL_DIFFERS, folder);
            return;
        }
        steps.ok(Check.SEAL, "seal " + seal.seq());
        checkToken(token, Sha256.of(text), steps);
    }

    private static @Nullable String missing(
            String proof, String folder, byte @Nullable [] text, byte @Nullable [] path, byte @Nullable [] token) {
        if (text == null) {
            return folder + "seal.txt";
        }
        if (path == null) {
            return proof + "path.txt";
        }
        return token == null ? folder + "seal.tsr" : null;
    }

    private void checkToken(byte[] token, byte[] digest, Steps steps) {
        if (!signers.anchored()) {
            steps.notChecked(Check.TIME_STAMP, PackReason.NO_ANCHORS, "");
            return;
        }
        try {
            TimeStamp stamp = TimeStamp.verified(token, digest, signers.trust());
            steps.ok(Check.TIME_STAMP, stamp.time().toString());
            signers.checkRevocation(stamp.authority(), CertificateUsage.TIME_STAMPING, stamp.time(), steps);
        } catch (TimeStampFailure e) {
            steps.refused(Check.TIME_STAMP, PackReason.TIME_STAMP_INVALID, String.valueOf(e.getMessage()));
        }
    }
}
