class FeedbackViewSet(ModelViewSet):
    def get_queryset(self):
        return Feedback.objects.filter(client=self.request.user.client)
