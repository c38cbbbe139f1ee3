package io.jinqiao.credit.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 10);
    private static final Duties.NoticeTerms TERMS = new Duties.NoticeTerms(List.of(Channel.SHORT_MESSAGE, Channel.LETTER), Duties.Suffices.DELIVERY, 10, false);

    private static final Notice DUE = new Notice.Due(0, DAY);
    private static final Notice SENT = new Notice.Sent(0, Channel.SHORT_MESSAGE, DAY, "v1");
    private static final Notice DELIVERED = new Notice.Delivered(Channel.SHORT_MESSAGE, DAY, DAY);
    private static final Notice UNDELIVERABLE = new Notice.Undeliverable(DAY);
    private static final Notice RELEASED = new Notice.Released("甲", "乙", DAY);

    private static final NoticeEvent DISPATCHED = new NoticeEvent.Dispatched(Channel.SHORT_MESSAGE, "v1", "a1", DAY);
    private static final NoticeEvent ARRIVED = new NoticeEvent.Arrived(DAY.plusDays(1));
    private static final NoticeEvent CAME_BACK = new NoticeEvent.CameBack(DAY.plusDays(1));
    private static final NoticeEvent RELEASE = new NoticeEvent.Release("甲", "乙", DAY.plusDays(10));

    private static void refuses(Notice notice, NoticeEvent event, FailureCode code) {
        assertThatThrownBy(() -> NoticeRules.after(notice, event, TERMS))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems()).singleElement().satisfies(problem -> assertThat(problem.code()).isEqualTo(code)));
    }

    @Test
    void isSentArrivesAndIsDone() {
        Notice sent = NoticeRules.after(DUE, DISPATCHED, TERMS);
        assertThat(sent).isEqualTo(SENT);
        assertThat(NoticeRules.after(sent, ARRIVED, TERMS)).isEqualTo(new Notice.Delivered(Channel.SHORT_MESSAGE, DAY, DAY.plusDays(1)));
    }

    @Test
    void goesToTheNextChannelWhenItComesBackAndIsUndeliverableAfterTheLast() {
        Notice second = NoticeRules.after(SENT, CAME_BACK, TERMS);
        assertThat(second).isEqualTo(new Notice.Due(1, DAY.plusDays(1)));
        Notice letter = NoticeRules.after(second, new NoticeEvent.Dispatched(Channel.LETTER, "v1", "a1", DAY.plusDays(2)), TERMS);
        assertThat(NoticeRules.after(letter, new NoticeEvent.CameBack(DAY.plusDays(9)), TERMS)).isEqualTo(new Notice.Undeliverable(DAY.plusDays(9)));
    }

    @Test
    void twoPeopleReleaseWhatCannotBeDeliveredAfterItsDays() {
        assertThat(NoticeRules.after(UNDELIVERABLE, RELEASE, TERMS)).isEqualTo(new Notice.Released("甲", "乙", DAY.plusDays(10)));
        refuses(UNDELIVERABLE, new NoticeEvent.Release("甲", "乙", DAY.plusDays(9)), FailureCode.CREDIT_NOTICE_TOO_EARLY);
        refuses(UNDELIVERABLE, new NoticeEvent.Release("甲", " 甲", DAY.plusDays(10)), FailureCode.DUTIES_NOT_SEPARATED);
    }

    @Test
    void isSentByTheAgreedChannelOnly() {
        refuses(DUE, new NoticeEvent.Dispatched(Channel.PHONE, "v1", "a1", DAY), FailureCode.CREDIT_NOTICE_CHANNEL);
        refuses(new Notice.Due(1, DAY), DISPATCHED, FailureCode.CREDIT_NOTICE_CHANNEL);
    }

    @Test
    void nothingArrivesBeforeItWasSent() {
        refuses(SENT, new NoticeEvent.Arrived(DAY.minusDays(1)), FailureCode.CREDIT_NOTICE_STEP);
        refuses(SENT, new NoticeEvent.CameBack(DAY.minusDays(1)), FailureCode.CREDIT_NOTICE_STEP);
    }

    @Test
    void nobodyIsToldOfArrearsBeforeTheyBeganNorByTheNextChannelBeforeTheLastFailed() {
        refuses(DUE, new NoticeEvent.Dispatched(Channel.SHORT_MESSAGE, "v1", "a1", DAY.minusDays(1)), FailureCode.CREDIT_NOTICE_BEFORE);
        refuses(new Notice.Due(1, DAY), new NoticeEvent.Dispatched(Channel.LETTER, "v1", "a1", DAY.minusDays(1)), FailureCode.CREDIT_NOTICE_BEFORE);
        assertThat(NoticeRules.after(DUE, DISPATCHED, TERMS)).isEqualTo(SENT);
    }

    @Test
    void whatHappenedIsNotJudgedAgainUnderOtherTerms() {
        Duties.NoticeTerms other = new Duties.NoticeTerms(List.of(Channel.PHONE), Duties.Suffices.DELIVERY, 90, false);
        assertThat(NoticeRules.then(DUE, DISPATCHED, other)).isEqualTo(SENT);
        assertThat(NoticeRules.then(SENT, ARRIVED, other)).isEqualTo(new Notice.Delivered(Channel.SHORT_MESSAGE, DAY, DAY.plusDays(1)));
        assertThat(NoticeRules.then(UNDELIVERABLE, new NoticeEvent.Dispatched(Channel.LETTER, "v1", "a1", DAY), other)).isEqualTo(new Notice.Sent(1, Channel.LETTER, DAY, "v1"));
        assertThat(NoticeRules.then(new Notice.Due(1, DAY), RELEASE, other)).isEqualTo(new Notice.Released("甲", "乙", DAY.plusDays(10)));
    }

    static Stream<Arguments> forbidden() {
        List<Notice> notices = List.of(DUE, SENT, DELIVERED, UNDELIVERABLE, RELEASED);
        List<NoticeEvent> events = List.of(DISPATCHED, ARRIVED, CAME_BACK, RELEASE);
        Map<Notice, List<NoticeEvent>> allowed = Map.of(DUE, List.of(DISPATCHED), SENT, List.of(ARRIVED, CAME_BACK), UNDELIVERABLE, List.of(RELEASE));
        return notices.stream().flatMap(notice -> events.stream().filter(event -> !allowed.getOrDefault(notice, List.of()).contains(event)).map(event -> Arguments.of(notice, event)));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void everyOtherMoveIsForbidden(Notice notice, NoticeEvent event) {
        refuses(notice, event, FailureCode.CREDIT_NOTICE_STEP);
    }

    @ParameterizedTest
    @EnumSource(Duties.Suffices.class)
    void onlyWhoWasToldBeforeTheDayIsTold(Duties.Suffices suffices) {
        assertThat(NoticeRules.told(DELIVERED, suffices, DAY.plusDays(1))).isTrue();
        assertThat(NoticeRules.told(DELIVERED, suffices, DAY)).isFalse();
        assertThat(NoticeRules.told(RELEASED, suffices, DAY)).isTrue();
        assertThat(NoticeRules.told(RELEASED, suffices, DAY.minusDays(1))).isFalse();
        assertThat(NoticeRules.told(SENT, suffices, DAY.plusDays(1))).isEqualTo(suffices == Duties.Suffices.DISPATCH);
        assertThat(NoticeRules.told(SENT, suffices, DAY)).isFalse();
        assertThat(NoticeRules.told(DUE, suffices, DAY.plusYears(1))).isFalse();
        assertThat(NoticeRules.told(UNDELIVERABLE, suffices, DAY.plusYears(1))).isFalse();
    }

    @Test
    void aRefusalSaysHowFarTheNoticeIsAndWhatCannotFollow() {
        assertThatThrownBy(() -> NoticeRules.after(DUE, ARRIVED, TERMS))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).arguments()).containsExactly("due", "arrived"));
        assertThatThrownBy(() -> NoticeRules.after(DUE, new NoticeEvent.Dispatched(Channel.IN_PERSON, "v1", "a1", DAY), TERMS))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).arguments()).containsExactly("in-person", "short-message"));
    }
}
