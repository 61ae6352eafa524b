package io.github.milvusspring.sample.web;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Pageable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the starter brings for the controllers of an application.
 */
@WebMvcTest(PageArgumentTests.Pages.class)
@Import(PageArgumentTests.Pages.class)
class PageArgumentTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void aPageIsAnArgumentOfAController() {
		assertThat(this.mvc.get().uri("/pages?page=1&size=5&sort=name,desc")).hasStatusOk()
			.hasBodyTextEqualTo("1 5 name: DESC");
	}

	@RestController
	static class Pages {

		@GetMapping("/pages")
		String page(Pageable page) {
			return page.getPageNumber() + " " + page.getPageSize() + " " + page.getSort();
		}

	}

}
