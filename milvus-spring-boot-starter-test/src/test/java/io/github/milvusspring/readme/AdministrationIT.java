package io.github.milvusspring.readme;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.admin.CollectionAdministration;
import io.github.milvusspring.data.admin.CollectionStatistics;
import io.github.milvusspring.data.admin.LoadOptions;
import io.github.milvusspring.data.admin.MilvusCollection;
import io.github.milvusspring.data.admin.MilvusPartitions;
import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.rebuild.CollectionRebuilder;
import io.github.milvusspring.data.rebuild.RebuildOptions;
import io.github.milvusspring.data.rebuild.RebuildResult;
import io.github.milvusspring.test.autoconfigure.DataMilvusTest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the snippets of the page on administration.
 */
@DataMilvusTest
class AdministrationIT {

	private static final Log log = LogFactory.getLog(AdministrationIT.class);

	@Autowired
	private MilvusOperations template;

	@Test
	void administration() {
		this.template.upsert(new Film(1, " Metropolis ", new float[] { 1, 2 }));
		collections(this.template);
		collection(this.template);
		partitions(this.template);
		aliases(this.template);
		databases(this.template);
		assertThat(this.template.rows("films").count()).isEqualTo(1);
		rebuildOnce();
	}

	private static void collections(MilvusOperations template) {
		CollectionAdministration collections = template.collections();
		List<String> names = collections.names();
		boolean there = collections.exists("films");
		CollectionSchema found = collections.describe("films");
		assertThat(names.contains("films")).isEqualTo(there);
		assertThat(found.primaryKey().name()).isEqualTo("id");
	}

	private static void collection(MilvusOperations template) {
		MilvusCollection films = template.collection("films");
		films.release();
		films.load(LoadOptions.within(Duration.ofMinutes(5)).withProgress((state) -> log.info(state.percent() + " %")));
		films.flush();
		CollectionStatistics statistics = films.statistics();
		assertThat(statistics.rows()).isEqualTo(1);
	}

	private static void partitions(MilvusOperations template) {
		MilvusPartitions partitions = template.partitions("films");
		partitions.create("2026");
		partitions.names();
		partitions.drop("2026");
	}

	private static void aliases(MilvusOperations template) {
		template.aliases().create("films_of_the_year", "films");
		String collection = template.aliases().find("films_of_the_year");
		template.aliases().drop("films_of_the_year");
		assertThat(collection).isNotNull();
	}

	private static void databases(MilvusOperations template) {
		template.databases().create("archive");
		Map<String, String> properties = template.databases().properties("archive");
		template.databases().drop("archive");
		assertThat(properties).isEmpty();
	}

	private void rebuildOnce() {
		RebuildOptions options = RebuildOptions.DEFAULT.withAdoption().withRow((row) -> {
			row.put("title", String.valueOf(row.get("title")).strip());
			return row;
		});
		assertThat(
				new CollectionRebuilder(this.template).rebuild(Film.class, options.withUnchangedSchema()).rowsCopied())
			.isEqualTo(1);
		assertThat(this.template.findById(1L, Film.class)).isNotNull()
			.satisfies((film) -> assertThat(film.title()).isEqualTo("Metropolis"));
		assertThat(rebuild(this.template).newCollection()).isEqualTo("films_v2");
	}

	private static RebuildResult rebuild(MilvusOperations template) {
		RebuildResult result = new CollectionRebuilder(template).rebuild(Film.class,
				RebuildOptions.DEFAULT.withProgress((progress) -> log.info(progress.step() + " " + progress.rows())));
		if (result.oldCollection() != null) {
			log.info("Still there: " + result.oldCollection());
		}
		return result;
	}

	@MilvusEntity("films")
	record Film(@Id long id, String title, @VectorField(dimension = 2) float[] vector) {
	}

}
