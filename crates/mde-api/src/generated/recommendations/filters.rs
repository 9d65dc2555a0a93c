//! Conditions on the properties that the lists of this group filter by.

use http_core::Id;

use crate::recommendations::Recommendation;
use crate::recommendations::RecommendationCategory;
use crate::recommendations::RecommendationRemediationType;
use crate::recommendations::RecommendationStatus;

http_core::odata_filter! {
    /// Conditions on the properties that [`ListRecommendations`](super::ListRecommendations)
    /// filters by, as far as the documents list them. Each method gives a
    /// [`Property`](http_core::odata::Property).
    pub struct RecommendationFilter {
        id: Id<Recommendation> = "id",
        product_name: String = "productName",
        recommendation_category: RecommendationCategory = "recommendationCategory",
        recommended_program: String = "recommendedProgram",
        recommended_vendor: String = "recommendedVendor",
        recommended_version: String = "recommendedVersion",
        remediation_type: RecommendationRemediationType = "remediationType",
        severity_score: f64 = "severityScore",
        status: RecommendationStatus = "status",
        sub_category: String = "subCategory",
        vendor: String = "vendor",
    }
}
