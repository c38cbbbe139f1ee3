package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.ServiceHours;
import io.jinqiao.message.Operation;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.workbench.conformance.ForeignLine.Heard;
import io.jinqiao.workbench.conformance.ForeignLine.Letter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What happens at the edge of their day. The other time is on our side only: a bank's clock is not ours to turn, so nothing of it is sent. */
final class AgreedTimes {
    private final Dialect centre;
    private final ForeignLine line;
    private final boolean exchanged;
    private final AgreedTrials trials;

    /** @param exchanged whether anything was said to the other side at all; what is tried here alone proves nothing */
    AgreedTimes(Dialect centre, ForeignLine line, boolean exchanged, AgreedTrials trials) {
        this.exchanged = exchanged;
        this.centre = centre;
        this.line = line;
        this.trials = trials;
    }

    void run() {
        Operation enquiry = Operation.STATUS_ENQUIRY;
        trials.agreed(enquiry, "cut-off", new Words("跨截止时点：截止后不发出", "crossing the cut-off: after it nothing leaves"), this::cutOff);
        trials.agreed(enquiry, "day-end", new Words("跨日：日期与时间写法", "day end: dates and times as written"), this::dayEnd);
        trials.agreed(enquiry, "session", new Words("会话重登", "restart of a session login"), trial -> Outcome.notRun("该接口无会话：每笔一次连接", "this wire has no session: a connection for each message"));
        trials.agreed(Operation.RECONCILIATION, "test-day", new Words("测试日对账", "reconciliation of the test day"), trial ->
                Outcome.notRun("对账功能尚未建成，只做其报文", "the room is not built: only its messages are tried, where there is test data"));
    }

    private Outcome cutOff(Trial trial) {
        ServiceHours hours = centre.descriptor().serviceHours();
        if (hours.from().equals(hours.to())) {
            return Outcome.notRun("约定为全天服务，没有截止时点", "service is agreed around the clock: there is no cut-off");
        }
        if (!exchanged || !agreed()) {
            return nothingToWrite();
        }
        Instant closing = line.clock().instant().atZone(hours.zone()).with(hours.to()).toInstant();
        Letter letter = line.write(enquiry(), closing.minusMillis(1));
        Heard heard = line.at(Clock.fixed(closing, hours.zone())).send(letter);
        boolean kept = heard instanceof Heard.Closed closed && closed.notBefore().equals(hours.nextOpen(closing)) && hours.open(closing.minusMillis(1));
        return kept ? new Outcome.Passed() : trials.findings().whole(trial, "kept until " + hours.nextOpen(closing), heard.toString(), letter.call().body(), "核对 service-hours", "compare service-hours of adapter.yaml");
    }

    private Outcome dayEnd(Trial trial) {
        if (!exchanged || !agreed()) {
            return nothingToWrite();
        }
        ServiceHours hours = centre.descriptor().serviceHours();
        ZonedDateTime midnight = line.clock().instant().atZone(hours.zone()).truncatedTo(ChronoUnit.DAYS).plusDays(1);
        for (Instant at : List.of(midnight.minusSeconds(1).toInstant(), midnight.toInstant())) {
            Letter letter = line.write(enquiry(), at);
            if (centre.sealing() != null) {
                return Outcome.notRun("时间在数字信封内，只有对方能打开", "the time lies in a digital envelope only they can open");
            }
            Instant read = centre.mirrored().open(new WireRequest("", letter.call().path(), Map.of(), letter.call().body(), false, List.of(), null)).sentAt();
            if (!read.truncatedTo(ChronoUnit.SECONDS).equals(at)) {
                return trials.findings().whole(trial, at.toString(), read.toString(), letter.call().body(), "核对 wire.request 的 time、time-of-day、time-form", "compare time, time-of-day and time-form of wire.request");
            }
        }
        return new Outcome.Passed();
    }

    private boolean agreed() {
        return centre.descriptor().operation(Operation.STATUS_ENQUIRY).isPresent();
    }

    private Outcome nothingToWrite() {
        return !exchanged ? Outcome.notRun("未与对方交换报文，只在我方模拟没有意义", "nothing was exchanged with them: what is played on our side alone proves nothing") : Outcome.notRun("目录未约定状态查询", "the folder agrees on no status enquiry");
    }

    private static StatusEnquiry enquiry() {
        return new StatusEnquiry(ForeignLine.number().value(), Operation.DECISION_NOTICE);
    }
}
