package io.jinqiao.adapter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.message.ApplicationWithdrawal;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MessageId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests made by hand against the product, and the product's against them. */
class HandMadeTest {
    private static final ApplicationWithdrawal WITHDRAWAL = new ApplicationWithdrawal("HF202611230000001", "沐䶮另行选房 & 更换", "T0042");

    @ParameterizedTest
    @EnumSource(HandMade.class)
    void readsWhatSomebodyElseWrote(HandMade peer) {
        Dialect centre = ShippedFolders.dialect(peer.partner);
        Framed framed = centre.open(new WireRequest(peer.partner, "", Map.of(), peer.stored(), false, List.of(), null));
        assertThat(framed.id()).isEqualTo(new MessageId("HAND0000000001"));
        assertThat(framed.sentAt()).isEqualTo(ShippedFolders.CLOCK.instant());
        assertThat(framed.signingInput()).isEqualTo(peer.signingInput());
        assertThat(peer.verifies(framed.signature())).isTrue();
        assertThat(centre.decode(framed)).isEqualTo(WITHDRAWAL);
    }

    @ParameterizedTest
    @EnumSource(HandMade.class)
    void writesWhatSomebodyElseWouldWriteByteForByte(HandMade peer) {
        Dialect bank = ShippedFolders.dialect(peer.partner).mirrored();
        Unsigned unsigned = bank.request(WITHDRAWAL, new MessageId("HAND0000000001"), ShippedFolders.CLOCK.instant());
        assertThat(unsigned.signingInput()).isEqualTo(peer.signingInput());
        Framed stored = bank.mirrored().open(new WireRequest(peer.partner, "", Map.of(), peer.stored(), false, List.of(), null));
        byte[] finished = bank.finishRequest(unsigned, stored.signature()).body();
        assertThat(finished).isEqualTo(peer.stored()).isEqualTo(peer.request(stored.signature()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb"})
    void aLoanApplicationIsTheSameMessageThroughEveryBank(String partner) {
        for (LoanApplication application : List.of(SamplePeople.existingHome(), SamplePeople.preSold())) {
            Dialect bank = ShippedFolders.dialect(partner).mirrored();
            Unsigned unsigned = bank.request(application, new MessageId("M1"), ShippedFolders.CLOCK.instant());
            var call = bank.finishRequest(unsigned, "c2ln");
            Dialect centre = bank.mirrored();
            var read = centre.decode(centre.open(new WireRequest(partner, call.path(), Map.of(), call.body(), false, List.of(), null)));
            assertThat(read).isEqualTo(application);
            assertThat(CanonicalJson.digest(read)).isEqualTo(CanonicalJson.digest(application));
        }
    }
}
