package io.jinqiao.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleTest {

    @Provide
    Arbitrary<List<byte[]>> hashes() {
        return Arbitraries.bytes().array(byte[].class).ofSize(32).list().ofMinSize(1).ofMaxSize(70);
    }

    @Property(tries = 200)
    void everyLeafHasAPathToTheRoot(@ForAll("hashes") List<byte[]> hashes, @ForAll @IntRange(max = 69) int any) {
        int index = any % hashes.size();
        List<Merkle.Step> path = Merkle.path(hashes, index);
        assertThat(Merkle.root(hashes.get(index), path)).isEqualTo(Merkle.root(hashes));
    }

    @Property(tries = 200)
    void noOtherLeafHasThatPath(@ForAll("hashes") List<byte[]> hashes, @ForAll @IntRange(max = 69) int any) {
        int index = any % hashes.size();
        byte[] other = hashes.get(index).clone();
        other[any % 32] ^= 1;
        assertThat(Merkle.root(other, Merkle.path(hashes, index))).isNotEqualTo(Merkle.root(hashes));
    }

    @Property(tries = 200)
    void aChangedAddedOrLostLeafChangesTheRoot(@ForAll("hashes") List<byte[]> hashes, @ForAll @IntRange(max = 69) int any) {
        byte[] root = Merkle.root(hashes);
        List<byte[]> changed = new ArrayList<>(hashes);
        byte[] other = hashes.get(any % hashes.size()).clone();
        other[0] ^= 1;
        changed.set(any % hashes.size(), other);
        assertThat(Merkle.root(changed)).isNotEqualTo(root);
        List<byte[]> longer = new ArrayList<>(hashes);
        longer.add(hashes.get(hashes.size() - 1));
        assertThat(Merkle.root(longer)).isNotEqualTo(root);
    }

    /** Vectors of RFC 6962's own code: leaves "", 00, 10, 2021, 3031, 40414243, 5051525354555657, 606162…6f. */
    @Test
    void givesTheRootsOfThePublishedVectors() {
        List<byte[]> leaves = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
                .stream()
                .map(hex -> java.util.HexFormat.of().parseHex(hex))
                .toList();
        assertThat(Sha256.hex(Merkle.root(leaves.subList(0, 1))))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(Sha256.hex(Merkle.root(leaves.subList(0, 5))))
                .isEqualTo("4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4");
        assertThat(Sha256.hex(Merkle.root(leaves)))
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Property(tries = 300)
    void noValueCanAddALineToAText(@ForAll String value) {
        byte[] text = new ProofText("t").line("a", value).line("b", "x").bytes();
        // lone surrogates never reach a text: the journal has replaced them
        String expected = new String(value.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(ProofText.read("t", text)).containsExactly(java.util.Map.entry("a", expected), java.util.Map.entry("b", "x"));
        assertThat(Arrays.equals(text, new ProofText("t").line("a", value + "\nb=x").bytes())).isFalse();
    }
}
