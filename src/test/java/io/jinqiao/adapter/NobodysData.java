package io.jinqiao.adapter;

import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Subject;
import java.util.Optional;

/** For pipes in which nothing is to be concealed. */
final class NobodysData implements PersonalData {
    @Override
    public byte[] conceal(Subject about, byte[] plain) {
        throw new IllegalStateException("nothing was to be concealed");
    }

    @Override
    public String pseudonym(String of) {
        throw new IllegalStateException("nobody was to be named");
    }

    @Override
    public Optional<byte[]> reveal(byte[] concealed) {
        throw new IllegalStateException("nothing was to be concealed");
    }
}
