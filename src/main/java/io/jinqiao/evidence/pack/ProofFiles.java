package io.jinqiao.evidence.pack;

import io.jinqiao.evidence.chain.SealRow;
import io.jinqiao.evidence.proof.LinkFacts;
import io.jinqiao.evidence.proof.Merkle;
import io.jinqiao.evidence.proof.Sha256;
import io.jinqiao.signing.TimeStamp;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Link, neighbours on the chain, way to the root, seal and token. */
final class ProofFiles {
    private final JournalExcerpt journal;
    private final Map<X500Principal, Optional<byte[]>> newest = new HashMap<>();

    ProofFiles(JournalExcerpt journal) {
        this.journal = journal;
    }

    /** Folders that were written; null where the record has not got that far yet. */
    record Written(@Nullable String link, @Nullable String seal) {}

    Written add(PackZip zip, String number, UUID record) throws IOException {
        Optional<JournalExcerpt.Place> place = journal.place(record);
        if (place.isEmpty()) {
            return new Written(null, null);
        }
        String folder = PackLayout.proof(number);
        addLink(zip, folder + "previous-link.txt", place.get(), -1);
        addLink(zip, folder + "link.txt", place.get(), 0);
        addLink(zip, folder + "next-link.txt", place.get(), 1);
        return new Written(folder, addSeal(zip, folder, place.get()));
    }

    private void addLink(PackZip zip, String path, JournalExcerpt.Place place, int step) throws IOException {
        Optional<LinkFacts> link = journal.link(place.node(), place.seq() + step);
        if (link.isPresent()) {
            zip.add(path, link.get().text());
        }
    }

    /** What is known today of the authority's certificate: a list names the day of each revocation, so the newest says most. */
    private void addAuthoritysList(PackZip zip, byte[] token) throws IOException {
        Optional<X500Principal> issuer = TimeStamp.issuerOfAuthority(token);
        Optional<byte[]> list = issuer.isEmpty() ? Optional.empty() : newest.computeIfAbsent(issuer.get(), journal::newestList);
        if (list.isPresent()) {
            zip.add(PackLayout.revocationList(Sha256.hex(Sha256.of(list.get()))), Pem.revocationList(list.get()));
        }
    }

    private @Nullable String addSeal(PackZip zip, String folder, JournalExcerpt.Place place) throws IOException {
        if (place.seal() == null) {
            return null;
        }
        SealRow seal = journal.seal(place.seal());
        List<Merkle.Step> path = Merkle.path(journal.leaves(seal), JournalExcerpt.index(seal.facts(), place));
        zip.add(folder + "path.txt", PathText.write(path));
        String sealFolder = PackLayout.seal(place.seal());
        zip.add(sealFolder + "seal.txt", seal.facts().text());
        zip.add(sealFolder + "seal.tsr", seal.token());
        addAuthoritysList(zip, seal.token());
        return sealFolder;
    }
}
