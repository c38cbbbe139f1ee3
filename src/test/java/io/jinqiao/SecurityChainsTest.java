package io.jinqiao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinqiao.console.Actor;
import io.jinqiao.console.Caller;
import io.jinqiao.console.Callers;
import io.jinqiao.console.FrontDoor;
import io.jinqiao.console.LogIn;
import io.jinqiao.console.People;
import io.jinqiao.console.Person;
import io.jinqiao.console.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpSession;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Who comes in where: the real chains, in front of nothing, with people and programs that exist only here. */
class SecurityChainsTest {
    private static final String PASSWORD = "correct-horse-battery";
    private static final Person CHEN = new Person("chen", "陈初言", Set.of(Role.REVIEWER), true, null);

    private final Callers callers = mock(Callers.class);
    private final People people = mock(People.class);
    private final FrontDoor door = mock(FrontDoor.class);
    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private MockHttpServletResponse answer = new MockHttpServletResponse();
    private @Nullable HttpSession session;
    private @Nullable Authentication cameIn;
    private boolean reached;
    private String csrf = "";

    @EnableWebMvc
    @EnableWebSecurity
    static class Nothing {}

    @BeforeEach
    void buildTheChains() {
        context.setServletContext(new MockServletContext());
        context.register(Nothing.class, SecurityChains.class, SecurityPeople.class);
        context.addBeanFactoryPostProcessor(beans -> {
            beans.registerSingleton("callers", callers);
            beans.registerSingleton("people", people);
            beans.registerSingleton("door", door);
            beans.registerSingleton("json", new ObjectMapper());
        });
        context.refresh();
        when(people.find("chen")).thenReturn(Optional.of(CHEN));
        when(door.logIn(anyString(), anyString())).thenReturn(new LogIn.Refused());
        when(door.logIn("chen", PASSWORD)).thenReturn(new LogIn.Granted(CHEN));
        when(door.logIn("lin", PASSWORD)).thenReturn(new LogIn.Locked());
    }

    @AfterEach
    void close() {
        context.close();
        SecurityContextHolder.clearContext();
    }

    // --- programs
    @Test
    void aProgramComesInWithItsTokenAndItsRolesAndLeavesNoTraceBehind() throws Exception {
        knows("good", Role.OPERATOR, Role.AUDITOR);
        ask(bearer("POST", "/api/v1/loans", "Bearer good"));

        assertThat(reached).as("no forged request to fear, so no CSRF token is asked for").isTrue();
        assertThat(cameIn.getPrincipal()).isInstanceOfSatisfying(Actor.class, actor -> assertThat(actor.name()).isEqualTo("api:core"));
        assertThat(cameIn.getAuthorities()).extracting(Object::toString).containsExactlyInAnyOrder("ROLE_OPERATOR", "ROLE_AUDITOR");
        assertThat(session).isNull();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).as("the next request on this thread").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer good", "BEARER  good "})
    void theWordBearerIsReadInAnyCase(String shown) throws Exception {
        knows("good", Role.OPERATOR);
        ask(bearer("GET", "/api/v1/loans", shown));
        assertThat(reached).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Basic good", "good", "Bearer"})
    void aWrongTokenIsRefusedAtOnceEvenBesideAGoodCertificate(String shown) throws Exception {
        knows("good", Role.OPERATOR);
        when(callers.byCertificate(any())).thenReturn(Optional.of(new Caller("core", Set.of(Role.OPERATOR))));
        MockHttpServletRequest request = bearer("GET", "/api/v1/loans", shown);
        request.setAttribute("jakarta.servlet.request.X509Certificate", new X509Certificate[] {mock(X509Certificate.class)});
        ask(request);

        assertThat(reached).isFalse();
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer realm=\"jinqiao\"");
        assertThat(answer.getContentAsString()).contains("\"code\":\"access.not_authenticated\"");
    }

    @Test
    void aProgramComesInWithTheCertificateOfItsConnection() throws Exception {
        X509Certificate certificate = mock(X509Certificate.class);
        when(callers.byCertificate(certificate)).thenReturn(Optional.of(new Caller("core", Set.of(Role.OPERATOR))));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/loans");
        request.setAttribute("jakarta.servlet.request.X509Certificate", new X509Certificate[] {certificate, mock(X509Certificate.class)});
        ask(request);
        assertThat(reached).isTrue();
    }

    @Test
    void aProgramThatShowsNothingIsRefused() throws Exception {
        ask(new MockHttpServletRequest("GET", "/api/v1/loans"));
        assertThat(answer.getStatus()).isEqualTo(401);

        MockHttpServletRequest empty = new MockHttpServletRequest("GET", "/api/v1/loans");
        empty.setAttribute("jakarta.servlet.request.X509Certificate", new X509Certificate[0]);
        ask(empty);
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(reached).isFalse();
    }

    @Test
    void anAnswerThatWasHeldBackIsFinishedUnderTheSameName() throws Exception {
        knows("good", Role.OPERATOR);
        MockHttpServletRequest request = bearer("GET", "/api/v1/events", "Bearer good");
        request.setDispatcherType(DispatcherType.ASYNC);
        ask(request);
        assertThat(cameIn).isNotNull();
    }

    // --- probes and figures
    @Test
    void probesAskWithoutAName() throws Exception {
        for (String path : new String[] {"/actuator/health", "/actuator/health/readiness", "/actuator/info"}) {
            ask(new MockHttpServletRequest("GET", path));
            assertThat(reached).as(path).isTrue();
            assertThat(session).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"OPERATOR,true", "AUDITOR,true", "ADMINISTRATOR,true", "REVIEWER,false", "COLLECTOR,false"})
    void figuresAreForThoseWhoRunOrAuditTheGateway(Role role, boolean may) throws Exception {
        knows("good", role);
        ask(bearer("POST", "/actuator/prometheus", "Bearer good"));
        assertThat(reached).isEqualTo(may);
        assertThat(answer.getStatus()).isEqualTo(may ? 200 : 403);
        assertThat(session).isNull();
    }

    @Test
    void figuresAreNotForPeopleWithoutAName() throws Exception {
        ask(new MockHttpServletRequest("GET", "/actuator/prometheus"));
        assertThat(answer.getStatus()).isEqualTo(401);
    }

    // --- people
    @ParameterizedTest
    @ValueSource(strings = {"/", "/console/log-in", "/console/assets/a.css", "/webjars/x.js", "/error", "/favicon.ico", "/v3/api-docs/x", "/swagger-ui/x"})
    void whatAnybodyMaySeeIsShownToAnybody(String path) throws Exception {
        ask(new MockHttpServletRequest("GET", path));
        assertThat(reached).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/loans", "/whatever", "/v3/other"})
    void everythingElseSendsAStrangerToTheLogIn(String path) throws Exception {
        ask(new MockHttpServletRequest("GET", path));
        assertThat(reached).isFalse();
        assertThat(answer.getRedirectedUrl()).endsWith("/console/log-in");
    }

    @Test
    void aPersonLogsInSeesTheConsoleAndNothingElseAndLeaves() throws Exception {
        logIn("chen", PASSWORD);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/console");

        ask(new MockHttpServletRequest("GET", "/console/loans"));
        assertThat(cameIn.getName()).isEqualTo("chen");
        assertThat(cameIn.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_REVIEWER");
        ask(new MockHttpServletRequest("GET", "/whatever"));
        assertThat(answer.getStatus()).isEqualTo(403);

        post("/console/log-out");
        assertThat(answer.getRedirectedUrl()).isEqualTo("/console/log-in?left");
    }

    @ParameterizedTest
    @CsvSource({"chen,wrong", "nobody,correct-horse-battery", "lin,correct-horse-battery"})
    void aWrongPasswordAnUnknownNameAndALockAreToldAlike(String name, String password) throws Exception {
        logIn(name, password);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/console/log-in?refused");
        ask(new MockHttpServletRequest("GET", "/console/loans"));
        assertThat(reached).isFalse();
    }

    @Test
    void passwordsAreAskedOfTheFormAloneAndNoOtherWayInIsOurs() {
        SecurityPeople provider = context.getBean(SecurityPeople.class);
        assertThat(provider.supports(UsernamePasswordAuthenticationToken.class)).isTrue();
        assertThat(provider.supports(AnonymousAuthenticationToken.class)).isFalse();
    }

    @Test
    void aFormThatIsNotOursIsRefused() throws Exception {
        logIn("chen", PASSWORD);
        ask(new MockHttpServletRequest("POST", "/console/loans"));
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(reached).isFalse();
    }

    @Test
    void whoWasDisabledOrGivenOtherRolesIsOutWithTheNextRequest() throws Exception {
        for (Person now : new Person[] {
            new Person("chen", "陈初言", Set.of(Role.REVIEWER), false, null), new Person("chen", "陈初言", Set.of(Role.APPROVER), true, null)
        }) {
            when(people.find("chen")).thenReturn(Optional.of(CHEN));
            logIn("chen", PASSWORD);
            HttpSession before = session;
            when(people.find("chen")).thenReturn(Optional.of(now));
            ask(new MockHttpServletRequest("GET", "/console/loans"));
            assertThat(reached).isFalse();
            assertThat(before).isInstanceOfSatisfying(
                    org.springframework.mock.web.MockHttpSession.class, old -> assertThat(old.isInvalid()).isTrue());
        }
    }

    @Test
    void pagesAreShownOnlyByUsAndLoadOnlyOurOwnThings() throws Exception {
        MockHttpServletRequest secure = new MockHttpServletRequest("GET", "/console/log-in");
        ask(secure);
        assertThat(answer.getHeader("Content-Security-Policy")).startsWith("default-src 'self'").contains("frame-ancestors 'self'");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(context.getBean(CookieSameSiteSupplier.class).getSameSite(new jakarta.servlet.http.Cookie("any", "x")))
                .hasToString("LAX");
    }

    // --- hands
    private void knows(String token, Role... roles) {
        when(callers.byToken(token)).thenReturn(Optional.of(new Caller("core", Set.of(roles))));
    }

    private static MockHttpServletRequest bearer(String method, String path, String shown) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.addHeader("Authorization", shown);
        return request;
    }

    private void logIn(String name, String password) throws Exception {
        session = null;
        ask(new MockHttpServletRequest("GET", "/console/log-in"));
        MockHttpServletRequest form = new MockHttpServletRequest("POST", "/console/log-in");
        form.addParameter("name", name);
        form.addParameter("password", password);
        form.addParameter("_csrf", csrf);
        ask(form);
    }

    private void post(String path) throws Exception {
        ask(new MockHttpServletRequest("GET", "/console/loans"));
        MockHttpServletRequest form = new MockHttpServletRequest("POST", path);
        form.addParameter("_csrf", csrf);
        ask(form);
    }

    private void ask(MockHttpServletRequest request) throws Exception {
        request.setServletPath(request.getRequestURI());
        request.addPreferredLocale(Locale.ENGLISH);
        if (session != null) {
            request.setSession(session);
        }
        answer = new MockHttpServletResponse();
        reached = false;
        cameIn = null;
        context.getBean("springSecurityFilterChain", Filter.class).doFilter(request, answer, (in, out) -> {
            reached = true;
            cameIn = SecurityContextHolder.getContext().getAuthentication();
            if (request.getRequestURI().startsWith("/console") // only pages have forms; to read the token begins a session
                    && in.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
                csrf = token.getToken();
            }
        });
        session = request.getSession(false);
    }
}
