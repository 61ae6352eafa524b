package io.github.milvusspring.data.execution;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.milvusspring.data.convert.EntityConverter;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterWriter;
import io.github.milvusspring.data.query.Reranker;
import io.github.milvusspring.data.wire.ScoreFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whatever a parameter holds, it stays one parameter.
 */
class SearchParameterEncoderTests {

	private static final FieldSchema FIELD = FieldSchema.of("v", FieldType.FLOAT_VECTOR).dimension(2).build();

	private static final Scores SCORES = new Scores(null, null, null);

	@Property
	void noTextChangesAnotherParameter(@ForAll("hostile") String text) throws Exception {
		Map<String, String> parameters = SearchParameterEncoder.of(Map.of("hints", text), FIELD, 3, SCORES);
		JsonNode json = new ObjectMapper().readTree(parameters.get("params"));
		assertThat(json).hasSize(1);
		assertThat(json.get("hints").textValue()).isEqualTo(text);
		assertThat(parameters).containsEntry("hints", text).doesNotContainKey("radius");
	}

	@Property
	void noTextOfARerankerChangesAnother(@ForAll("hostile") String text) throws Exception {
		ScoreFunction model = rankings().functions(List.of(Reranker.model("title", "tei", List.of(text), Map.of())))
			.get(0);
		JsonNode queries = new ObjectMapper().readTree(model.parameters().get("queries"));
		assertThat(queries).hasSize(1);
		assertThat(queries.get(0).textValue()).isEqualTo(text);
	}

	@Provide
	Arbitrary<String> hostile() {
		return Arbitraries.strings().withChars("\"\\,:{}[]rad1 \n".toCharArray()).ofMaxLength(20);
	}

	@Example
	void whatTheQuerySetsItselfIsRefused() {
		for (String name : List.of("params", "topk", "limit", "offset", "anns_field", "group_by_field",
				"round_decimal")) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> SearchParameterEncoder.of(Map.of(name, 1), FIELD, 3, SCORES))
				.withMessageContaining("'" + name + "'");
		}
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> SearchParameterEncoder.of(Map.of("radius", Double.NaN), FIELD, 3, SCORES))
			.withMessageContaining("finite");
	}

	@Example
	void aHybridSearchIsFusedWhateverItsBoosts() {
		Reranker boost = Reranker.boost(Filter.where("title").is("a"), 2);
		assertThat(rankings().hybridFunctions(List.of(boost))).extracting(ScoreFunction::name)
			.containsExactly("boost", "rrf");
		assertThat(rankings().hybridFunctions(List.of(boost, boost))).extracting(ScoreFunction::name)
			.containsExactly("boost", "boost", "rrf");
		assertThat(rankings().hybridFunctions(List.of(boost, Reranker.weighted(1, 1)))).extracting(ScoreFunction::name)
			.containsExactly("boost", "weighted");
		assertThat(rankings().hybridFunctions(List.of(Reranker.rrf()))).isEmpty();
		assertThat(rankings().functions(List.of(boost))).extracting(ScoreFunction::name).containsExactly("boost");
	}

	private static RerankerEncoder rankings() {
		EntityConverter<Doc> docs = new MilvusConverter(new MilvusMappingContext()).entity(Doc.class);
		return new RerankerEncoder(new ReadScopeFactory(docs.entity().getCollection(), docs,
				new KnownPartitions(null, false), ConsistencyLevel.SESSION),
				new FilterWriter(docs.filterFields(), MilvusServer.NEWEST));
	}

	@MilvusEntity
	record Doc(@Id String id, String title, @VectorField(dimension = 2) float[] v) {
	}

}
