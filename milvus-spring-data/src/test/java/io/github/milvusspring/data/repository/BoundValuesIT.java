package io.github.milvusspring.data.repository;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.mapping.MilvusCustomConversions;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.core.convert.converter.Converter;
import org.springframework.data.annotation.Id;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.repository.query.Param;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values at the ends of their ranges, and texts that look like something else, bound into
 * declared queries and searches.
 */
class BoundValuesIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	private Measures measures;

	@BeforeEach
	void save() {
		this.measures = this.milvus.repository(Measures.class);
		for (int id = 0; id < 5; id++) {
			this.measures.save(new Measure(id, (id == 3) ? Long.MIN_VALUE : id, (float) (3.14 + id), "m" + id,
					new float[] { 1, id }));
		}
	}

	@Test
	void theSmallestLongIsFoundAloneAndAmongOthers() {
		assertThat(this.measures.withSizes(List.of(Long.MIN_VALUE))).extracting(Measure::id).containsExactly(3L);
		assertThat(this.measures.withSizes(List.of(1L, Long.MIN_VALUE, 99L))).extracting(Measure::id)
			.containsExactlyInAnyOrder(1L, 3L);
		assertThat(this.measures.withSize(Long.MIN_VALUE)).extracting(Measure::id).containsExactly(3L);
	}

	@Test
	void aDoubleFindsTheFloatThatItStandsFor() {
		assertThat(this.measures.weighing(3.14)).extracting(Measure::id).containsExactly(0L);
		assertThat(this.measures.weighingOneOf(List.of(3.14, 4.14))).extracting(Measure::id)
			.containsExactlyInAnyOrder(0L, 1L);
	}

	@Test
	void aSearchParameterIsBoundAndChangesNoOther() {
		float[] vector = { 1, 0 };
		List<Long> all = this.measures.hinted(vector, "plain").stream().map(Measure::id).toList();
		assertThat(all).containsExactly(0L, 1L, 2L, 3L, 4L);
		for (String hostile : List.of("x\",\"radius\":2.0,\"y\":\"", "a\"b", "\\", "{\"radius\":0.1}", "\n", "'")) {
			assertThat(this.measures.hinted(vector, hostile)).extracting(Measure::id).containsExactlyElementsOf(all);
		}
	}

	@Test
	void aGetterWithUnusualCapitalsNamesItsProperty() {
		this.milvus.template().upsert(new Mail("1", "a@b", new float[] { 1, 0 }));
		assertThat(this.milvus.template().count(Filter.where(Mail::getEMail).is("a@b"), Mail.class)).isEqualTo(1);
	}

	@Test
	void aValueWithinADocumentIsFoundByItsPropertyWhateverItIsCalledThere() {
		MilvusTemplate template = this.milvus.template();
		template.upsert(new Note("1", new Body("first", Instant.EPOCH), new float[] { 1, 0 }));
		assertThat(template.count(Filter.where("body.heading").is("first"), Note.class)).isEqualTo(1);
		assertThat(template.count(Filter.where("body.written").is(Instant.EPOCH), Note.class)).isEqualTo(1);
	}

	@Test
	void aConverterToANumberMakesOrderOfWhatSortsOtherwiseAsText() {
		MilvusConverter converter = new MilvusConverter(
				new MilvusMappingContext(new MilvusCustomConversions(List.of(new ToCents(), new FromCents()))));
		MilvusTemplate template = new MilvusTemplate(this.milvus.connection(), converter);
		Prices prices = new MilvusRepositoryFactory(template).getRepository(Prices.class);
		prices.saveAll(List.of(new Price("1", new BigDecimal("9.99"), new float[] { 1, 0 }),
				new Price("2", new BigDecimal("50.00"), new float[] { 1, 0 })));
		assertThat(prices.findByAmountLessThan(new BigDecimal("50"))).extracting(Price::id).containsExactly("1");
		assertThat(prices.findByAmountBetween(new BigDecimal("9.99"), new BigDecimal("10"))).hasSize(1);
	}

	interface Prices extends MilvusRepository<Price, String> {

		List<Price> findByAmountLessThan(BigDecimal amount);

		List<Price> findByAmountBetween(BigDecimal low, BigDecimal high);

	}

	@MilvusEntity("prices")
	record Price(@Id String id, BigDecimal amount, @VectorField(dimension = 2) float[] embedding) {
	}

	@WritingConverter
	static class ToCents implements Converter<BigDecimal, Long> {

		@Override
		public Long convert(BigDecimal amount) {
			return amount.movePointRight(2).longValueExact();
		}

	}

	@ReadingConverter
	static class FromCents implements Converter<Long, BigDecimal> {

		@Override
		public BigDecimal convert(Long cents) {
			return BigDecimal.valueOf(cents, 2);
		}

	}

	@MilvusEntity("notes")
	record Note(@Id String id, Body body, @VectorField(dimension = 2) float[] embedding) {
	}

	record Body(@JsonProperty("the-heading") String heading, @JsonProperty("at") Instant written) {
	}

	interface Measures extends MilvusRepository<Measure, Long> {

		@Query("size in :sizes")
		List<Measure> withSizes(@Param("sizes") List<Long> sizes);

		@Query("size == :size")
		List<Measure> withSize(@Param("size") long size);

		@Query("weight == :weight")
		List<Measure> weighing(@Param("weight") double weight);

		@Query("weight in :weights")
		List<Measure> weighingOneOf(@Param("weights") List<Double> weights);

		@VectorSearch(params = "hints=:hint", limit = "10")
		List<Measure> hinted(float[] vector, @Param("hint") String hint);

	}

	@MilvusEntity("measures")
	record Measure(@Id long id, long size, float weight, String name,
			@VectorField(dimension = 2, metric = Metric.L2) float[] embedding) {
	}

	@MilvusEntity("mails")
	public static class Mail {

		@Id
		private String id;

		@MilvusField(maxLength = 50)
		private String eMail;

		@VectorField(dimension = 2)
		private float[] embedding;

		Mail(String id, String eMail, float[] embedding) {
			this.id = id;
			this.eMail = eMail;
			this.embedding = embedding;
		}

		public String getEMail() {
			return this.eMail;
		}

		public String getId() {
			return this.id;
		}

		public float[] getEmbedding() {
			return this.embedding;
		}

	}

}
