package io.jinqiao.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinqiao.message.PlainText;
import io.jinqiao.message.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Texts nothing can keep (NUL, other control characters, halves of characters) are refused at the door, before the log-in looks for a
 * person of that name: the database would only fail over them.
 */
@Component
@Order(PossibleText.BEFORE_SECURITY)
class PossibleText extends OncePerRequestFilter {
    static final int BEFORE_SECURITY = -101;
    private static final Pattern CONTROL = Pattern.compile("%([01][0-9A-Fa-f]|7[Ff])");

    private final ObjectMapper json;

    PossibleText(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<Problem> problems = problems(request);
        if (problems.isEmpty()) {
            chain.doFilter(request, response);
        } else if (request.getRequestURI().startsWith("/api/")) {
            Problems.write(request, response, new BadRequest(problems), json);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static List<Problem> problems(HttpServletRequest request) {
        List<Problem> problems = new ArrayList<>();
        if (CONTROL.matcher(request.getRequestURI()).find()) {
            problems.add(BadRequest.impossible("path"));
        }
        Map<String, String[]> parameters = formAtTheRestDoor(request) ? Map.of() : request.getParameterMap();
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            if (PlainText.isImpossible(parameter.getKey())) {
                problems.add(BadRequest.impossible("?"));
            }
            for (String value : parameter.getValue()) {
                if (PlainText.isImpossible(value)) {
                    problems.add(BadRequest.impossible(PlainText.isImpossible(parameter.getKey()) ? "?" : parameter.getKey()));
                }
            }
        }
        return problems;
    }

    /** No address there takes a form, and a file that was posted as one is no text: the address itself says which content types it takes. */
    private static boolean formAtTheRestDoor(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getRequestURI().startsWith("/api/")
                && request.getQueryString() == null
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
}
