package io.jinqiao.console.rest;

import io.jinqiao.console.BadRequest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.TreeSet;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A misspelt name in a query is told, with the names there are, instead of being passed over; so is a name that stands there twice. */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean asksByQuery = request.getQueryString() != null; // the members of a form are no parameters of the address
        if (asksByQuery && handler instanceof HandlerMethod method && !method.getBeanType().equals(NothingHere.class)) {
            check(request, known(method));
        }
        return true;
    }

    private static void check(HttpServletRequest request, TreeSet<String> known) {
        List<Problem> problems = request.getParameterMap().entrySet().stream()
                .filter(asked -> !known.contains(asked.getKey()) || asked.getValue().length > 1)
                .map(asked -> known.contains(asked.getKey())
                        ? Problem.at(asked.getKey(), FailureCode.MEMBER_DUPLICATE, asked.getKey())
                        : Problem.at(shown(asked.getKey()), FailureCode.CODE_UNKNOWN, String.join(", ", known)))
                .toList();
        if (!problems.isEmpty()) {
            throw new BadRequest(problems);
        }
    }

    private static String shown(String name) {
        return name.length() > 60 ? name.substring(0, 60) : name;
    }

    private static TreeSet<String> known(HandlerMethod method) {
        TreeSet<String> known = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                known.add(parameter.getParameter().getName());
            }
        }
        return known;
    }
}
