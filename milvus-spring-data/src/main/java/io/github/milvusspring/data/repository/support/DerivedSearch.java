package io.github.milvusspring.data.repository.support;

import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.VectorQuery;

import org.springframework.data.repository.query.parser.Part;
import org.springframework.data.repository.query.parser.PartTree;

/**
 * A vector search derived from the name of a repository method, such as
 * {@code searchByTenantAndEmbeddingNear}.
 */
final class DerivedSearch implements SearchSource {

	private final PartTree tree;

	private final String property;

	private final int vector;

	private final ScoreBound closeness;

	private final SearchWindow window;

	DerivedSearch(MilvusQueryMethod method, MilvusPersistentEntity<?> entity, PartTree tree, ReturnShape shape) {
		this.tree = tree;
		Part part = tree.getParts().filter(DerivedQueryRules::isVectorPart).iterator().next();
		this.property = part.getProperty().getSegment();
		MilvusParameter parameter = parameter(method, part);
		this.vector = parameter.getIndex();
		String problem = VectorArguments.problemOf(parameter, entity.requireProperty(this.property),
				entity.getCollection());
		if (problem != null) {
			throw method.refused(problem);
		}
		boolean within = part.getType() == Part.Type.WITHIN;
		this.closeness = ScoreBound.of(method, within);
		if (within && !this.closeness.isGiven()) {
			throw method.refused("uses Within: add a parameter of type Score or Similarity, or a Range of them");
		}
		if (tree.isCountProjection() || tree.isExistsProjection() || tree.isDelete()) {
			throw method.refused("searches, which cannot count, delete or ask whether there is a row: find the rows");
		}
		boolean one = shape.container() == ReturnShape.Container.ONE;
		this.window = new SearchWindow(one ? Integer.valueOf(1) : tree.getMaxResults(), null, null);
	}

	private MilvusParameter parameter(MilvusQueryMethod method, Part vectorPart) {
		int before = 0;
		for (Part part : this.tree.getParts()) {
			if (part == vectorPart) {
				break;
			}
			before += part.getNumberOfArguments();
		}
		return method.getParameters()
			.getBindableParameters()
			.stream()
			.filter((parameter) -> !parameter.isScoreOrRange())
			.skip(before)
			.findFirst()
			.orElseThrow();
	}

	@Override
	public SearchQuery<?> search(QueryArguments arguments) {
		VectorQuery query = VectorQuery.of(VectorArguments.of(arguments.value(this.vector), "'" + this.property + "'"))
			.withField(this.property)
			.withFilter(new FilterCreator(this.tree, arguments).createQuery());
		VectorQuery close = this.closeness.apply(query, arguments);
		return this.window.rows(arguments, ScoreBound.isBounded(close)).apply(close);
	}

}
