package io.jinqiao.console.pages;

import io.jinqiao.console.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@Needs({})
class LogInPage {
    @GetMapping("/")
    String front() {
        return "redirect:/console";
    }

    @GetMapping("/console/log-in")
    String logIn(
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String refused,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String left,
            Model model) {
        model.addAttribute("refused", refused != null);
        model.addAttribute("left", left != null);
        return "console/log-in";
    }
}
