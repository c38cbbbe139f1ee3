package io.jinqiao.message;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/**
 * Keeps personal data unreadable in the database, under keys of whom they are about. Erasing these keys erases the data wherever
 * they lie. Whoever writes a name, an identity number, a telephone or account number, or words of people into a table conceals them first.
 */
public interface PersonalData {

    /** The caller's transaction must be the one that stores the result: a key that is new is committed with it. */
    byte[] conceal(Subject about, byte[] plain);

    /**
     * @return empty when they were erased
     * @throws IllegalStateException when the bytes are not what was concealed
     */
    Optional<byte[]> reveal(byte[] concealed);

    /** These are about to be revealed: what they all need is fetched at once. Changes nothing but the time it takes. */
    default void expect(Collection<byte[]> concealed) {}

    /** The same for the same text, telling nothing of it to whoever has not the house's key; another one after the house changed its key. 32 hexadecimal digits. */
    String pseudonym(String of);

    default byte[] concealText(Subject about, String plain) {
        return conceal(about, plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @return empty when it was erased */
    default Optional<String> revealText(byte[] concealed) {
        return reveal(concealed).map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    /** @throws Refusal {@code PERSONAL_DATA_ERASED} */
    default byte[] require(byte[] concealed) {
        return reveal(concealed).orElseThrow(() -> new Refusal(FailureCode.PERSONAL_DATA_ERASED));
    }

    /** @throws Refusal {@code PERSONAL_DATA_ERASED} */
    default String requireText(byte[] concealed) {
        return new String(require(concealed), StandardCharsets.UTF_8);
    }
}
