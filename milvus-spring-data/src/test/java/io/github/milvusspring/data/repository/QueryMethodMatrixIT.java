package io.github.milvusspring.data.repository;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.repository.MatrixRows.Doc;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactory;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.repository.query.QueryCreationException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every subject of a query method with every type that it could return: the method does
 * what both say, or the repository does not start.
 */
class QueryMethodMatrixIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@TempDir
	Path classes;

	private long called;

	/** What a method does, and what it is said by. */
	private enum Subject {

		FIND("", "findByTitle"), READ("", "readByTitle"), GET("", "getByTitle"), QUERY("", "queryByTitle"),
		STREAM("", "streamByTitle"), FIRST("", "findFirstByTitle"), COUNT("", "countByTitle"),
		EXISTS("", "existsByTitle"), DELETE("", "deleteByTitle"), REMOVE("", "removeAllByTitle"),
		DECLARED("@Query(\"title == :title\")", "some"),
		DECLARED_COUNT("@Query(value = \"title == :title\", count = true)", "some"),
		DECLARED_EXISTS("@Query(value = \"title == :title\", exists = true)", "some"),
		DECLARED_DELETE("@Query(value = \"title == :title\", delete = true)", "some"),
		NAMED_AS_DELETE("@Query(\"title == :title\")", "deleteSome"),
		NAMED_AS_COUNT("@Query(\"title == :title\")", "countSome"),
		NAMED_AS_EXISTS("@Query(\"title == :title\")", "existsSome"),
		VECTOR_SEARCH("@VectorSearch(filter = \"title == :title\")", "closest"), NEAR("", "searchByTitleAndVNear");

		private final String annotation;

		private final String name;

		Subject(String annotation, String name) {
			this.annotation = annotation;
			this.name = name;
		}

		boolean searches() {
			return this == VECTOR_SEARCH || this == NEAR;
		}

		boolean deletes() {
			return this == DELETE || this == REMOVE || this == DECLARED_DELETE;
		}

		boolean finds() {
			return !deletes() && !searches() && !counts() && !asks() && this != NAMED_AS_DELETE
					&& this != NAMED_AS_COUNT && this != NAMED_AS_EXISTS;
		}

		boolean counts() {
			return this == COUNT || this == DECLARED_COUNT;
		}

		boolean asks() {
			return this == EXISTS || this == DECLARED_EXISTS;
		}

	}

	/** What a returned type is made of. */
	private enum Kind {

		NOTHING, NUMBER, TRUTH, ONE, MANY, PART, PAGE, STREAM, SCORED, OTHER

	}

	private static final Map<String, Kind> TYPES = types();

	private static Map<String, Kind> types() {
		Map<String, Kind> types = new LinkedHashMap<>();
		types.put("void", Kind.NOTHING);
		Stream.of("int", "Integer", "long", "Long").forEach((type) -> types.put(type, Kind.NUMBER));
		Stream.of("boolean", "Boolean").forEach((type) -> types.put(type, Kind.TRUTH));
		Stream.of("Doc", "Optional<Doc>", "CompletableFuture<Doc>").forEach((type) -> types.put(type, Kind.ONE));
		Stream
			.of("List<Doc>", "Collection<Doc>", "Set<Doc>", "Iterable<Doc>", "Streamable<Doc>", "Doc[]",
					"CompletableFuture<List<Doc>>")
			.forEach((type) -> types.put(type, Kind.MANY));
		Stream.of("Titled", "List<Titled>", "Shown", "Optional<Shown>", "List<Shown>", "Set<Shown>")
			.forEach((type) -> types.put(type, Kind.PART));
		Stream.of("Page<Doc>", "Slice<Doc>", "Window<Doc>", "Page<Shown>")
			.forEach((type) -> types.put(type, Kind.PAGE));
		Stream.of("Stream<Doc>", "Stream<Titled>").forEach((type) -> types.put(type, Kind.STREAM));
		Stream
			.of("SearchResults<Doc>", "List<SearchResult<Doc>>", "SearchResult<Doc>", "SearchResults<Shown>",
					"Stream<SearchResult<Doc>>")
			.forEach((type) -> types.put(type, Kind.SCORED));
		Stream
			.of("String", "List<String>", "Map<String, Doc>", "double", "Iterator<Doc>", "List<Long>", "Doc[][]",
					"java.util.concurrent.Flow.Publisher<Doc>", "List<int[]>")
			.forEach((type) -> types.put(type, Kind.OTHER));
		return types;
	}

	private static boolean isPossible(Subject subject, Kind kind, String type) {
		if (subject.deletes()) {
			return kind == Kind.NOTHING || kind == Kind.NUMBER || kind == Kind.TRUTH || kind == Kind.ONE
					|| kind == Kind.MANY;
		}
		if (subject.counts() || subject == Subject.NAMED_AS_COUNT) {
			return kind == Kind.NUMBER;
		}
		if (subject.asks() || subject == Subject.NAMED_AS_EXISTS) {
			return kind == Kind.TRUTH;
		}
		if (subject == Subject.NAMED_AS_DELETE) {
			return false;
		}
		if (subject.searches()) {
			return kind == Kind.ONE || kind == Kind.MANY || kind == Kind.PART || kind == Kind.SCORED
					|| kind == Kind.STREAM;
		}
		boolean declared = subject == Subject.DECLARED && (kind == Kind.NUMBER || kind == Kind.TRUTH);
		boolean limitedPage = subject == Subject.FIRST && !type.startsWith("Window") && kind == Kind.PAGE;
		return declared || (!limitedPage && (kind == Kind.ONE || kind == Kind.MANY || kind == Kind.PART
				|| kind == Kind.PAGE || kind == Kind.STREAM));
	}

	@Test
	void aMethodDoesWhatItSaysOrIsRefusedAtStart() throws Exception {
		List<Case> cases = cases();
		MilvusTemplate template = this.milvus.template();
		SoftAssertions softly = new SoftAssertions();
		try (URLClassLoader loader = compile(cases)) {
			for (Case one : cases) {
				template.upsertAll(List.of(new Doc("1", "a", 1, new float[] { 1, 0 }),
						new Doc("2", "b", 2, new float[] { 0, 1 })));
				check(one, loader, softly);
			}
		}
		softly.assertAll();
		assertThat(this.called).isEqualTo(cases.stream().filter(Case::possible).count());
	}

	private void check(Case one, ClassLoader loader, SoftAssertions softly) throws Exception {
		MilvusTemplate template = this.milvus.template();
		Class<?> type = loader.loadClass("generated.Methods$" + one.name());
		MilvusRepositoryFactory factory = new MilvusRepositoryFactory(template);
		factory.setBeanClassLoader(loader);
		Object repository;
		try {
			repository = factory.getRepository(type);
		}
		catch (QueryCreationException | IllegalStateException | IllegalArgumentException ex) {
			softly.assertThat(one.possible()).as("%s: %s", one, ex).isFalse();
			softly.assertThat(ex.getMessage()).as(one.toString()).contains(one.subject().name);
			return;
		}
		softly.assertThat(one.possible()).as(one.toString()).isTrue();
		if (!one.possible()) {
			return;
		}
		try {
			Method method = Stream.of(type.getDeclaredMethods()).findFirst().orElseThrow();
			Object result = method.invoke(repository, arguments(method));
			softly.assertThat(plain(result)).as(one.toString()).isEqualTo(one.expected());
			this.called++;
			boolean there = template.exists(Filter.where("id").is("1"), Doc.class);
			softly.assertThat(there).as(one.toString()).isEqualTo(!one.subject().deletes());
			softly.assertThat(template.exists(Filter.where("id").is("2"), Doc.class)).as(one.toString()).isTrue();
		}
		catch (ReflectiveOperationException ex) {
			softly.fail(one + ": " + ex.getCause(), ex);
		}
	}

	private static Object[] arguments(Method method) {
		return Stream.of(method.getParameterTypes())
			.map((type) -> (type == String.class) ? "a"
					: (type == float[].class) ? new float[] { 1, 0 }
							: (type == Limit.class) ? Limit.of(5)
									: (type == ScrollPosition.class) ? ScrollPosition.keyset() : PageRequest.of(0, 5))
			.toArray();
	}

	// Rows as their titles, whatever holds them.
	private static @Nullable Object plain(@Nullable Object result) throws Exception {
		if (result instanceof Optional<?> optional) {
			return plain(optional.orElse(null));
		}
		if (result instanceof CompletableFuture<?> future) {
			return plain(future.get());
		}
		if (result instanceof SearchResult<?> scored) {
			return plain(scored.getContent());
		}
		if (result instanceof Doc doc) {
			return doc.title();
		}
		if (result instanceof MatrixRows.Titled titled) {
			return titled.getTitle();
		}
		if (result instanceof MatrixRows.Shown shown) {
			return shown.title();
		}
		Stream<?> stream = (result instanceof Stream<?> given) ? given
				: (result instanceof Object[] array) ? Stream.of(array)
						: (result instanceof Iterable<?> rows) ? StreamSupport.stream(rows.spliterator(), false) : null;
		if (stream == null) {
			return (result instanceof Integer number) ? Long.valueOf(number) : result;
		}
		List<@Nullable Object> titles = new ArrayList<>();
		for (Object one : (Collection<?>) stream.toList()) {
			titles.add(plain(one));
		}
		return titles;
	}

	private List<Case> cases() {
		List<Case> cases = new ArrayList<>();
		for (Subject subject : Subject.values()) {
			TYPES.forEach((type, kind) -> cases.add(new Case("M" + cases.size(), subject, type, kind)));
		}
		return cases;
	}

	private URLClassLoader compile(List<Case> cases) throws IOException {
		StringBuilder source = new StringBuilder("""
				package generated;
				import java.util.*;
				import java.util.concurrent.CompletableFuture;
				import java.util.stream.Stream;
				import io.github.milvusspring.data.repository.*;
				import io.github.milvusspring.data.repository.MatrixRows.*;
				import org.springframework.data.domain.*;
				import org.springframework.data.repository.Repository;
				import org.springframework.data.repository.query.Param;
				import org.springframework.data.util.Streamable;
				public class Methods {
				""");
		cases.forEach((one) -> source.append(one.source()));
		Path file = this.classes.resolve("Methods.java");
		Files.writeString(file, source.append("}\n"));
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		int problems = compiler.run(null, null, null, "-proc:none", "-parameters", "-d", this.classes.toString(), "-cp",
				System.getProperty("java.class.path"), file.toString());
		assertThat(problems).isZero();
		return new URLClassLoader(new URL[] { this.classes.toUri().toURL() }, getClass().getClassLoader());
	}

	/**
	 * A method of a repository of its own.
	 *
	 * @param name the name of the repository
	 * @param subject what the method does
	 * @param type what it returns
	 * @param kind what that is made of
	 */
	private record Case(String name, Subject subject, String type, Kind kind) {

		boolean possible() {
			return isPossible(this.subject, this.kind, this.type);
		}

		@Nullable Object expected() {
			return switch (this.kind) {
				case NOTHING, OTHER -> null;
				case NUMBER -> 1L;
				case TRUTH -> true;
				default -> (this.type.equals("Doc") || this.type.equals("Titled") || this.type.equals("Shown")
						|| this.type.startsWith("Optional") || this.type.equals("CompletableFuture<Doc>")
						|| this.type.equals("SearchResult<Doc>")) ? "a" : List.of("a");
			};
		}

		String source() {
			String more = this.type.startsWith("Page") || this.type.startsWith("Slice") ? ", Pageable pageable"
					: this.type.startsWith("Window") ? ", ScrollPosition position, Limit limit" : "";
			return "public interface " + this.name + " extends Repository<Doc, String> { " + this.subject.annotation
					+ " " + this.type + " " + this.subject.name + "(@Param(\"title\") String title"
					+ (this.subject.searches() ? ", float[] v" : "") + more + "); }\n";
		}

		@Override
		public String toString() {
			return this.subject.annotation + " " + this.type + " " + this.subject.name;
		}

	}

}
