package io.jinqiao.workbench.conformance;

import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.Carrier.Attempt;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.Reply;
import io.jinqiao.workbench.simulate.Behaviour;
import java.util.Locale;
import java.util.Objects;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** We call the bank, over its real channel, one attempt at a time: nothing is retried, nothing is booked. */
final class OutwardConformance {
    private final LiveHouse house;
    private final Recorder recorder;
    private final Findings findings;

    OutwardConformance(LiveHouse house, Recorder recorder, Findings findings) {
        this.house = house;
        this.recorder = recorder;
        this.findings = findings;
    }

    void weCall(Operation operation, CanonicalMessage message) {
        behaves(operation, message, Trial.Kind.GOOD, Behaviour.OK, "Accepted", "银行受理", "the bank takes it");
        behaves(operation, message, Trial.Kind.GOOD, Behaviour.REFUSE, "Rejected", "银行拒绝", "the bank refuses it");
        behaves(operation, message, Trial.Kind.GOOD, Behaviour.IN_PROCESS, "Unknown", "银行处理中", "the bank is still working on it");
        behaves(operation, message, Trial.Kind.HOSTILE, Behaviour.SILENT, "Unknown", "银行收下但不答复", "the bank takes it and says nothing");
        behaves(operation, message, Trial.Kind.HOSTILE, Behaviour.HALF, "Unknown", "银行的答复发到一半断线", "the bank's answer breaks off");
        behaves(operation, message, Trial.Kind.HOSTILE, Behaviour.TWICE, "Accepted", "银行的答复发了两次", "the bank answers twice on one connection");
        behaves(operation, message, Trial.Kind.HOSTILE, Behaviour.GARBAGE, "Unknown", "银行答复无法读取", "the bank answers what nobody can read");
        behaves(operation, message, Trial.Kind.HOSTILE, Behaviour.BAD_SIGNATURE, "Unknown", "银行答复验签不通过", "the bank's answer does not verify");
    }

    private void behaves(
            Operation operation, CanonicalMessage message, Trial.Kind kind, Behaviour behaviour, String expected, String chinese, String english) {
        String what = behaviour.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Trial trial = BothWays.trial(operation, true, kind, what, new Words(chinese, english));
        recorder.run(trial, () -> {
            Attempt attempt = sendTo(behaviour, operation, message);
            if (attempt instanceof Attempt.NotNow closed) {
                return Outcome.notRun("现在不是对方服务时间", "outside the partner's service hours until " + closed.notBefore());
            }
            Reply reply = attempt instanceof Attempt.Replied replied ? replied.reply() : null;
            String found = reply == null ? "" : reply.getClass().getSimpleName();
            return found.equals(expected)
                    ? new Outcome.Passed()
                    : findings.whole(trial, Said.outcome(expected), reply == null ? Said.by(attempt) : Said.by(reply), new byte[0],
                            "核对 codes.yaml、signing 的 their-user-id 与 channels", "compare codes.yaml, their-user-id of signing, and channels");
        });
    }

    private Attempt sendTo(Behaviour behaviour, Operation operation, CanonicalMessage message) {
        house.bank().behave(operation, behaviour);
        try {
            return send(message);
        } finally {
            house.bank().behave(operation, Behaviour.OK);
        }
    }

    private Attempt send(CanonicalMessage message) {
        Outgoing outgoing = new Outgoing(house.dialect().descriptor().partner(), message);
        Carrier.Parcel parcel = new Carrier.Parcel(outgoing, house.room(IdGenerator.class).next(), 1);
        Attempt attempt = house.room(Carrier.class).send(parcel, this::depart);
        if (attempt instanceof Attempt.Replied replied) {
            depart(replied.record());
        }
        return attempt;
    }

    private RecordId depart(java.util.function.Supplier<RecordId> record) {
        return Objects.requireNonNull(
                new TransactionTemplate(house.room(PlatformTransactionManager.class)).execute(status -> record.get()));
    }
}
