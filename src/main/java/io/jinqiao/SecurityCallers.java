package io.jinqiao;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinqiao.console.Actor;
import io.jinqiao.console.Caller;
import io.jinqiao.console.Callers;
import io.jinqiao.console.Problems;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows programs by bearer token or, on TLS, by the client certificate of the connection. A wrong token is refused at once. */
class SecurityCallers extends OncePerRequestFilter {
    private static final String PEER = "jakarta.servlet.request.X509Certificate";
    private static final String SCHEME = "Bearer ";

    private final Callers callers;
    private final ObjectMapper json;

    SecurityCallers(Callers callers, ObjectMapper json) {
        this.callers = callers;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<Caller> caller = shown != null ? byToken(shown) : byCertificate(request);
        if (caller.isEmpty()) {
            refuse(request, response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SecurityPeople.signedIn(Actor.of(caller.get())));
        SecurityContextHolder.setContext(context);
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** An answer that was held back is finished in a second pass through the filters. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private Optional<Caller> byToken(String shown) {
        return shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? callers.byToken(shown.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private Optional<Caller> byCertificate(HttpServletRequest request) {
        return request.getAttribute(PEER) instanceof X509Certificate[] chain && chain.length > 0
                ? callers.byCertificate(chain[0])
                : Optional.empty();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"jinqiao\"");
        Problems.write(request, response, new Refusal(FailureCode.NOT_AUTHENTICATED), json);
    }
}
