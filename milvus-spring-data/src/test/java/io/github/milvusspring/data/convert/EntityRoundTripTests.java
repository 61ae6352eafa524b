package io.github.milvusspring.data.convert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.core.KotlinLazyTransient;
import io.github.milvusspring.data.core.KotlinStrict;
import io.github.milvusspring.data.core.KotlinTitled;
import io.github.milvusspring.data.core.KotlinTitles;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.wire.column.ColumnSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.annotation.AccessType;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Transient;
import org.springframework.data.mapping.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Entities of every shape become columns and come back as they were.
 */
class EntityRoundTripTests {

	private static final float[] V = { 1, 2 };

	static List<MilvusConverter> converters() {
		MilvusMappingContext context = new MilvusMappingContext();
		return List.of(new MilvusConverter(context),
				new MilvusConverter(context, MilvusJson.jackson3(JsonMapper.shared())));
	}

	private static <T> T roundTrip(MilvusConverter converter, T entity) {
		@SuppressWarnings("unchecked")
		EntityConverter<T> entities = converter.entity((Class<T>) entity.getClass());
		ColumnSet columns = entities.write(List.of(entity), true);
		return entities.read(columns).get(0);
	}

	@ParameterizedTest
	@MethodSource("converters")
	void aClassThatExtendsAGenericOne(MilvusConverter converter) {
		Doc doc = new Doc();
		doc.id = "1";
		doc.value = 7;
		doc.elements = Set.of(1L, 2L);
		doc.json = List.of(new Circle(2));
		doc.v = V;
		Doc read = roundTrip(converter, doc);
		assertThat(read).usingRecursiveComparison().isEqualTo(doc);
	}

	@ParameterizedTest
	@MethodSource("converters")
	void aRecordWithATransientComponent(MilvusConverter converter) {
		assertThat(roundTrip(converter, new Scratch("1", "gone", 5, true, V)))
			.isEqualTo(new Scratch("1", null, 0, false, V));
	}

	@ParameterizedTest
	@MethodSource("converters")
	void kotlinClassesWithDefaultsValueClassesAndLazyProperties(MilvusConverter converter) {
		KotlinStrict strict = roundTrip(converter, new KotlinStrict("1", "a", "gone", 9, V));
		assertThat(strict.getScratch()).isEqualTo("none");
		assertThat(strict.getCount()).isEqualTo(7);
		assertThat(roundTrip(converter, new KotlinLazyTransient("1", V)).getTitle()).isEqualTo("title of 1");
		KotlinTitled titled = roundTrip(converter, KotlinTitles.of("1", "a title", V));
		assertThat(KotlinTitles.text(titled)).isEqualTo("a title");
	}

	@ParameterizedTest
	@MethodSource("converters")
	void propertiesByTheirAccessors(MilvusConverter converter) {
		ByAccessors given = new ByAccessors();
		given.setId("1");
		given.setTitle("abc");
		given.setV(V);
		ColumnSet columns = converter.entity(ByAccessors.class).write(List.of(given), true);
		assertThat(Objects.requireNonNull(columns.find("title")).value(0)).isEqualTo("stored abc");
		assertThat(converter.entity(ByAccessors.class).read(columns).get(0).title).isEqualTo("abc");
	}

	@ParameterizedTest
	@MethodSource("converters")
	void parametersOfOtherTypesThatTakeTheValue(MilvusConverter converter) {
		assertThat(roundTrip(converter, new Wide("1", 3, List.of("a"))).count).isEqualTo(3);
	}

	@ParameterizedTest
	@MethodSource("converters")
	void polymorphicValuesKeepTheirTypes(MilvusConverter converter) {
		Shapes shapes = new Shapes("1", new Circle(1), List.of(new Circle(2), new Square(3)),
				Map.of("a", new Square(4)), new Shape[] { new Circle(5) }, List.of(new Holder(new Square(6))),
				Map.of("when", List.of(LocalDate.of(2026, 1, 2))), V);
		assertThat(roundTrip(converter, shapes)).usingRecursiveComparison().isEqualTo(shapes);
	}

	@ParameterizedTest
	@MethodSource("converters")
	void anInstanceOfAnExtendingClassIsWrittenWhole(MilvusConverter converter) {
		Plain extending = new Plain() {
		};
		extending.id = "1";
		extending.v = V;
		ColumnSet columns = converter.entity(Plain.class).write(List.of(extending), true);
		assertThat(converter.entity(Plain.class).read(columns).get(0).id).isEqualTo("1");
	}

	@Test
	void constructorsThatCannotBeCalledAreRefused() {
		MilvusConverter converter = new MilvusConverter(new MilvusMappingContext());
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> converter.entity(Strange.class))
			.withMessageContainingAll("'name'", "no property", "@Transient");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> converter.entity(Other.class))
			.withMessageContainingAll("'count'", "String", "int");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> converter.entity(Injected.class))
			.withMessageContainingAll("'name'", "@Value");
	}

	abstract static class Base<K, V, E, J> {

		@Id
		K id;

		V value;

		Set<E> elements;

		List<J> json;

	}

	@MilvusEntity
	static class Doc extends Base<String, Integer, Long, Circle> {

		@VectorField(dimension = 2)
		float[] v;

	}

	@MilvusEntity
	record Scratch(@Id String id, @Transient @Nullable String scratch, @Transient int count, @Transient boolean flag,
			@VectorField(dimension = 2) float[] v) {

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Scratch that && this.id.equals(that.id)
					&& Objects.equals(this.scratch, that.scratch) && this.count == that.count && this.flag == that.flag;
		}

		@Override
		public int hashCode() {
			return this.id.hashCode();
		}

	}

	@MilvusEntity
	@AccessType(AccessType.Type.PROPERTY)
	static class ByAccessors {

		@Id
		private String id;

		private String title;

		@VectorField(dimension = 2)
		private float[] v;

		public String getId() {
			return this.id;
		}

		public void setId(String id) {
			this.id = id;
		}

		public String getTitle() {
			return "stored " + this.title;
		}

		public void setTitle(String title) {
			this.title = title.replace("stored ", "");
		}

		public float[] getV() {
			return this.v;
		}

		public void setV(float[] v) {
			this.v = v;
		}

	}

	@MilvusEntity
	static class Wide {

		@Id
		final String id;

		final int count;

		final List<String> tags;

		@VectorField(dimension = 2)
		float[] v = V;

		@PersistenceCreator
		Wide(CharSequence id, long count, Iterable<String> tags) {
			this.id = id.toString();
			this.count = (int) count;
			this.tags = new ArrayList<>();
			tags.forEach(this.tags::add);
		}

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
	@JsonSubTypes({ @JsonSubTypes.Type(Circle.class), @JsonSubTypes.Type(Square.class) })
	interface Shape {

	}

	record Circle(double radius) implements Shape {
	}

	record Square(double side) implements Shape {
	}

	record Holder(Shape shape) {
	}

	@MilvusEntity
	record Shapes(@Id String id, Shape one, List<Shape> many, Map<String, Shape> named, Shape[] array,
			List<Holder> holders, Map<String, List<LocalDate>> dates, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	static class Plain {

		@Id
		String id;

		@VectorField(dimension = 2)
		float[] v;

	}

	@MilvusEntity
	static class Strange {

		@Id
		final String id;

		@VectorField(dimension = 2)
		float[] v;

		Strange(String id, String name) {
			this.id = id;
		}

	}

	@MilvusEntity
	static class Other {

		@Id
		final String id;

		String count;

		@VectorField(dimension = 2)
		float[] v;

		Other(String id, int count) {
			this.id = id;
		}

	}

	@MilvusEntity
	static class Injected {

		@Id
		final String id;

		@VectorField(dimension = 2)
		float[] v;

		Injected(String id, @Value("#{'x'}") String name) {
			this.id = id;
		}

	}

}
