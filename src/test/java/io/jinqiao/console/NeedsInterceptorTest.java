package io.jinqiao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.web.method.HandlerMethod;

/** Which roles open a handler of the console; one that says nothing opens to nobody. */
class NeedsInterceptorTest {
    private static final Principal REVIEWER = who(new Actor("li", "李", Set.of(Role.REVIEWER)));

    static class Silent {
        public void act() {}

        @Needs({})
        public void open() {}
    }

    @Needs({Role.REVIEWER, Role.APPROVER})
    static class Reviewing {
        public void act() {}

        @Needs(Role.AUDITOR)
        public void audit() {}

        @Needs({})
        public void open() {}
    }

    @Test
    void aHandlerThatNamesNoRoleOpensToNobody() throws Exception {
        assertThat(refused(new Silent(), "act", REVIEWER)).isEqualTo(Problem.of(FailureCode.ROLE_FORBIDS, "-"));
        assertThat(refused(new Silent(), "act", null)).isEqualTo(Problem.of(FailureCode.ROLE_FORBIDS, "-"));
    }

    @Test
    void anyOneOfTheNamedRolesOpensIt() throws Exception {
        assertThat(refused(new Reviewing(), "act", REVIEWER)).isNull();
        assertThat(refused(new Reviewing(), "act", who(new Actor("zhou", "周", Set.of(Role.OPERATOR)))))
                .isEqualTo(Problem.of(FailureCode.ROLE_FORBIDS, "reviewer, approver"));
    }

    @Test
    void theMethodsOwnWordCountsBeforeTheClasss() throws Exception {
        assertThat(refused(new Reviewing(), "audit", REVIEWER)).isEqualTo(Problem.of(FailureCode.ROLE_FORBIDS, "auditor"));
        assertThat(refused(new Reviewing(), "audit", who(new Actor("wu", "吴", Set.of(Role.AUDITOR))))).isNull();
        assertThat(refused(new Reviewing(), "open", null)).isNull();
        assertThat(refused(new Silent(), "open", null)).isNull();
    }

    @Test
    void whoIsNotKnownToUsIsNobody() throws Exception {
        for (Principal who : new Principal[] {null, () -> "li", who("li")}) {
            assertThat(refused(new Reviewing(), "act", who)).isEqualTo(Problem.of(FailureCode.NOT_AUTHENTICATED));
        }
    }

    /** Other rooms' handlers and what is no handler at all have rules of their own. */
    @Test
    void onlyHandlersOfThisRoomAreAsked() throws Exception {
        assertThat(refused(new Object(), "hashCode", null)).isNull();
        assertThat(new NeedsInterceptor().preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), "a file")).isTrue();
    }

    private static Principal who(Object principal) {
        return new UsernamePasswordAuthenticationToken(principal, null, List.of());
    }

    private static @Nullable Problem refused(Object handler, String method, @Nullable Principal who) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setUserPrincipal(who);
        HandlerMethod asked = new HandlerMethod(handler, method);
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> assertThat(new NeedsInterceptor().preHandle(request, new MockHttpServletResponse(), asked)).isTrue());
        return refusal == null ? null : refusal.problems().get(0);
    }
}
