package io.jinqiao.opinion.ses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Everything a record of this package can hold survives being written and read; hostile bytes are refused in one way only. */
class SealProperties {
    private static final byte[] SEALED =
            SealedValue.made(SesPeople.toSign(SesPeople.seal()), SesPeople.SIGNER).encoded();

    @Property(tries = 300)
    void aSealIsReadAsItWasWritten(@ForAll("seals") Seal seal) throws Exception {
        assertThat(Seal.decode(seal.encoded())).isEqualTo(seal);
    }

    @Property(tries = 200)
    void aSealedValueIsReadAsItWasWritten(@ForAll("values") SealedValue value) throws Exception {
        assertThat(SealedValue.decode(value.encoded())).isEqualTo(value);
    }

    @Property(tries = 2000)
    void changedBytesAreRefusedOrReadAsOtherContentWithOneSpelling(@ForAll Random random) {
        byte[] changed = SEALED.clone();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        try {
            assertThat(SealedValue.decode(changed).encoded()).isEqualTo(changed);
        } catch (MalformedSeal expected) {
            assertThat(expected.path()).isNotEmpty();
        }
    }

    @Property(tries = 1000)
    void anyBytesAtAllAreReadOrRefused(@ForAll byte[] bytes) {
        try {
            assertThat(Seal.decode(bytes).encoded()).isEqualTo(bytes);
        } catch (MalformedSeal expected) {
            assertThat(expected.reason()).isNotNull();
        }
    }

    @Provide
    Arbitrary<SealedValue> values() {
        Arbitrary<ToSign> toSign = Combinators.combine(seals(), times(), octets(), ascii(), extensions()).as(ToSign::new);
        return Combinators.combine(toSign, octets(), ids(), octets(), octets().injectNull(0.5)).as(SealedValue::new);
    }

    @Provide
    Arbitrary<Seal> seals() {
        Arbitrary<SealProperty> property = Combinators.combine(
                        Arbitraries.integers().between(0, 9), texts(), signers(), times(), times(), times())
                .as(SealProperty::new);
        Arbitrary<SealImage> image = Combinators.combine(
                        ascii(), octets(), Arbitraries.integers().between(0, 500), Arbitraries.integers().between(0, 500))
                .as(SealImage::new);
        Arbitrary<SealInfo> info =
                Combinators.combine(ascii(), ascii(), property, image, extensions()).as(SealInfo::new);
        return Combinators.combine(info, octets(), ids(), octets()).as(Seal::new);
    }

    private static Arbitrary<SignerList> signers() {
        Arbitrary<SignerList> whole = octets().list().ofMaxSize(4).map(SignerList.Certificates::new);
        Arbitrary<SignerList> digests = Combinators.combine(ids(), octets())
                .as(SignerList.CertificateDigest::new)
                .list()
                .ofMaxSize(4)
                .map(SignerList.Digests::new);
        return Arbitraries.oneOf(List.of(whole, digests));
    }

    private static Arbitrary<List<SealExtension>> extensions() {
        return Combinators.combine(ids(), Arbitraries.of(true, false), octets())
                .as(SealExtension::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<Octets> octets() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(Octets::of);
    }

    private static Arbitrary<String> ascii() {
        return Arbitraries.strings().ascii().ofMaxLength(40);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().withCharRange('一', '龥').withCharRange(' ', '~').ofMaxLength(30);
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.integers().between(0, 1 << 20).map(n -> "1.2.156.10197." + n);
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs().between(-62_000_000_000L, 253_000_000_000L).map(Instant::ofEpochSecond);
    }
}
